import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { stageAfter } from '../../../shared/domain/moderation/verdict.ts'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'

/** Decisions that were proposed and wait no more, with what the second officer and the responsible said. */
export function EarlierProposals({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number, shortInstant } = useFormats()
  const { data = [] } = useRead('reviews.of', { submissionId: detail.id }, { keep: false })
  // A decision that was simply confirmed stands in the history, under both names.
  const earlier = data.filter(
    ({ state, opinion }) =>
      state !== 'waiting' && state !== 'disagreed' && (state !== 'confirmed' || opinion === 'disagree'),
  )
  if (earlier.length === 0) return null
  return (
    <FoldedSection id="reviews" title={t('team.review.earlier')} count={number(earlier.length)}>
      {() => (
        <ol className={classes.history}>
          {earlier.map((proposal) => (
            <li key={proposal.id}>
              <Text>
                {t('team.review.earlierLine', {
                  stage: t(`labels.stage.${stageAfter(proposal.verdict)}`),
                  name: proposal.proposedByName,
                  date: shortInstant(proposal.proposedAt),
                  state: t(`team.review.state.${proposal.state}`),
                })}
              </Text>
              {proposal.motive !== '' && (
                <Text className={classes.written} dir="auto">
                  {t('team.review.disagreedBy', { name: proposal.secondByName })} {proposal.motive}
                </Text>
              )}
              {proposal.settledByName !== null && (
                <Text size="xs" c="dimmed">
                  {[proposal.settledByName, proposal.settlementReason]
                    .filter((word) => word !== '')
                    .join(' – ')}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
    </FoldedSection>
  )
}
