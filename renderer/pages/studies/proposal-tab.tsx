import { Button, Text } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { useRead } from '../../api/use-call.ts'
import { DistrictMap } from '../../components/district-map.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { useSupportWords } from '../../components/use-likeness.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './studies.module.css'

/** What the citizen wrote, where it is, and what is known of it before the study. */
export function ProposalTab({ submission }: { readonly submission: SubmissionDetail }) {
  const { t } = useTranslation()
  const { amount, instantDay, number } = useFormats()
  const { process } = useWork()
  const supportWords = useSupportWords()
  const district = process.districts.find(({ id }) => id === submission.districtId)
  const theme = process.themes.find(({ id }) => id === submission.themeId)
  const { latitude, longitude, address, mergedFrom } = submission
  const pins =
    latitude === null || longitude === null
      ? []
      : [{ id: submission.id, label: String(submission.number), latitude, longitude }]
  const { data: family } = useRead(
    'families.family',
    mergedFrom.length === 0 ? null : { submissionId: submission.id },
    { keep: false },
  )
  const own = submission.supportsCount > 0 ? number(submission.supportsCount) : null
  const supports = family == null ? own : supportWords(family.supports)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('studies.author'), submission.authorName],
    [t('studies.place'), [address, district?.name].filter((part) => part != null && part !== '').join(', ')],
    [t('studies.theme'), theme?.name],
    [t('studies.submittedOn'), instantDay(submission.submittedAt)],
    [
      t('studies.declaredCost'),
      submission.declaredCost === null ? null : amount(submission.declaredCost, { round: true }),
    ],
    [t('studies.supports'), supports],
  ]
  return (
    <div className={classes.proposal}>
      <div className={classes.words}>
        <RichText html={submission.body} />
        {mergedFrom.length > 0 && (
          <Text c="dimmed" mt="xs">
            {t('studies.mergedFrom', {
              count: mergedFrom.length,
              references: mergedFrom.map(({ reference, title }) => `${reference} ${title}`).join(' ; '),
            })}
          </Text>
        )}
        <Button
          mt="sm"
          variant="default"
          component={Link}
          href={`/submissions/${submission.id}`}
          leftSection={<IconInbox size={16} aria-hidden />}
        >
          {t('studies.openProposal')}
        </Button>
      </div>
      <div className={classes.aside}>
        <dl className={classes.facts}>
          {facts.map(([label, value]) =>
            value == null || value === '' ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        <DistrictMap
          districts={process.districts}
          label={t('studies.map')}
          empty={t('studies.noMap')}
          pins={pins}
          pointedId={submission.districtId}
        />
        {pins.length === 0 && process.districts.some(({ polygon }) => polygon !== null) && (
          <Text size="xs" c="dimmed">
            {t('studies.noPoint')}
          </Text>
        )}
      </div>
    </div>
  )
}
