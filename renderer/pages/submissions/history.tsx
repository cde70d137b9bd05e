import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/read-models/journal.ts'
import type { DecisionRecord, SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { useRead } from '../../api/use-call.ts'
import { actionLabel } from '../../components/action-label.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'

/** Acts that the decisions and the notes already tell. */
const toldElsewhere = [
  'submission.decide',
  'submission.decide.undo',
  'submission.split',
  'submission.add-note',
]

type Event =
  | { readonly kind: 'decision'; readonly at: string; readonly decision: DecisionRecord }
  | { readonly kind: 'entry'; readonly at: string; readonly entry: JournalEntry }

/** What became of a submission, folded away until it is asked. */
export function History({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <FoldedSection
      id="history"
      title={t('submissions.section.history')}
      {...(detail.decisions.length > 0 ? { count: number(detail.decisions.length) } : {})}
      hotkey={{ key: 'h', label: t('submissions.sectionKey.history') }}
    >
      {() => <Events detail={detail} />}
    </FoldedSection>
  )
}

/** Newest first: decisions with their reasons and answers, then the other acts. */
function Events({ detail }: { detail: SubmissionDetail }) {
  const { t } = useTranslation()
  const { shortInstant } = useFormats()
  const journal = usePermission('read-journal', false)
  const { data } = useRead('journal.list', journal.allowed ? { objectId: detail.id, limit: 200 } : null)
  const entries = (data?.entries ?? []).filter(({ action }) => !toldElsewhere.includes(action))
  const events: Event[] = [
    ...detail.decisions.map((decision): Event => ({ kind: 'decision', at: decision.decidedAt, decision })),
    ...entries.map((entry): Event => ({ kind: 'entry', at: entry.at, entry })),
  ].sort((left, right) => right.at.localeCompare(left.at))
  if (events.length === 0) return <Text c="dimmed">{t('submissions.noHistory')}</Text>
  return (
    <ol className={classes.history}>
      {events.map((event) =>
        event.kind === 'decision' ? (
          <li key={event.decision.id} data-undone={event.decision.undoneAt !== null || undefined}>
            <Text size="xs" c="dimmed">
              {event.decision.secondedByName === null
                ? event.decision.decidedByName
                : t('team.review.secondedBy', {
                    name: event.decision.decidedByName,
                    second: event.decision.secondedByName,
                  })}
              , {shortInstant(event.at)} ·{' '}
              {t('submissions.underRules', { number: event.decision.rulebookNumber })}
            </Text>
            <div className={classes.step}>
              <span className={`${classes.step} ${classes.crossed}`}>
                <StageBadge stage={event.decision.fromStage} />
                <span aria-hidden>→</span>
                <span className="visually-hidden">{t('submissions.became')}</span>
                <StageBadge stage={event.decision.toStage} />
              </span>
              {event.decision.undoneAt !== null && (
                <Text size="xs">
                  {t('submissions.undoneOn', { date: shortInstant(event.decision.undoneAt) })}
                </Text>
              )}
            </div>
            {event.decision.reasons.length > 0 && (
              <Text>
                {t('submissions.reasonsGiven', {
                  reasons: event.decision.reasons.map((reason) => t(`labels.reason.${reason}`)).join(', '),
                })}
              </Text>
            )}
            {event.decision.redirectedTo !== null && (
              <Text>{t('submissions.redirectedGiven', { to: event.decision.redirectedTo })}</Text>
            )}
            {event.decision.rationale !== '' && (
              <Text className={classes.written} dir="auto">
                {event.decision.rationale}
              </Text>
            )}
          </li>
        ) : (
          <li key={event.entry.sequence}>
            <Text size="xs" c="dimmed">
              {event.entry.personName || t('journal.system')}, {shortInstant(event.at)}
            </Text>
            <Text>{actionLabel(t, event.entry.action)}</Text>
          </li>
        ),
      )}
    </ol>
  )
}
