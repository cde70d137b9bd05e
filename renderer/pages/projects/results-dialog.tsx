import { Alert, Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cents } from '../../../shared/domain/money/cents.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './projects.module.css'
import { lineOf, projectsOnBallot, type ResultLines, tallyOf } from './results-draft.ts'
import { ResultsTable } from './results-table.tsx'

interface ResultsDraft {
  readonly lines: ResultLines
  readonly voters: number | null
  readonly overrunReason: string
  readonly correctionReason: string
}

/** Enters the outcome of the vote by keyboard, with the winners' running total against the envelope (I12). */
export function ResultsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const { process } = useWork()
  const { data: projects = [] } = useRead('projects.list', { processId: process.id })
  const nothing: ResultsDraft = {
    lines: {},
    voters: process.votersCount,
    overrunReason: '',
    correctionReason: '',
  }
  const [draft, keep] = useKept<ResultsDraft>(`results ${process.id}`, nothing)
  const set = (part: Partial<ResultsDraft>): void => keep({ ...draft, ...part })
  const record = useChange('projects.recordResults', { inPlace: ['*'] })
  const onBallot = projectsOnBallot(projects)
  const tally = tallyOf(projects, draft.lines)
  const remaining = process.envelope === null ? null : cents(process.envelope - tally.winnersTotal)
  const over = remaining !== null && remaining < 0
  const blockedBy =
    draft.voters === null
      ? t('projects.votersMissing')
      : tally.missing > 0
        ? t('projects.resultsMissing', { count: tally.missing })
        : tally.changed === 0 && draft.voters === process.votersCount
          ? t('projects.resultsNothing')
          : over && draft.overrunReason.trim() === ''
            ? t('projects.overrunReasonMissing')
            : tally.corrected > 0 && draft.correctionReason.trim() === ''
              ? t('projects.correctionReasonMissing')
              : undefined
  const submit = (): void => {
    record.mutate(
      {
        processId: process.id,
        votersCount: draft.voters ?? 0,
        results: onBallot.flatMap((project) => {
          const { votes, outcome } = lineOf(project, draft.lines)
          return votes === null || outcome === null ? [] : [{ projectId: project.id, votes, outcome }]
        }),
        overrunReason: over ? draft.overrunReason : '',
        correctionReason: draft.correctionReason,
      },
      {
        onSuccess: () => {
          keep({ ...nothing, voters: draft.voters })
          done(t('projects.resultsDone'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} size="60rem" title={t('projects.resultsTitle')}>
      <form onSubmit={(event) => event.preventDefault()}>
        <Stack gap="sm">
          <Text>{t(onBallot.length === 0 ? 'projects.resultsNone' : 'projects.resultsIntroduction')}</Text>
          {onBallot.length > 0 && (
            <>
              <NumberInput
                data-autofocus
                w="12rem"
                label={t('projects.votersCount')}
                min={0}
                allowDecimal={false}
                allowNegative={false}
                hideControls
                thousandSeparator=" "
                value={draft.voters ?? ''}
                onChange={(value) => set({ voters: typeof value === 'number' ? value : null })}
              />
              <ResultsTable projects={onBallot} lines={draft.lines} onChange={(lines) => set({ lines })} />
              <div className={classes.results}>
                <dl className={classes.tally} aria-live="polite">
                  <div>
                    <dt>{t('projects.winnersTotal', { count: tally.winners })}</dt>
                    <dd>
                      <Amount value={tally.winnersTotal} />
                    </dd>
                  </div>
                  {process.envelope !== null && remaining !== null && (
                    <>
                      <div>
                        <dt>{t('projects.envelope')}</dt>
                        <dd>
                          <Amount value={process.envelope} />
                        </dd>
                      </div>
                      <div className={over ? classes.breach : undefined}>
                        <dt>{t(over ? 'projects.overrun' : 'projects.remaining')}</dt>
                        <dd>
                          <Amount value={cents(Math.abs(remaining))} />
                        </dd>
                      </div>
                    </>
                  )}
                </dl>
              </div>
              {over && (
                <Textarea
                  label={t('projects.overrunReason')}
                  required
                  autosize
                  maxLength={300}
                  value={draft.overrunReason}
                  onChange={(event) => set({ overrunReason: event.currentTarget.value })}
                />
              )}
              {tally.corrected > 0 && (
                <Textarea
                  label={t('projects.correctionReason')}
                  required
                  autosize
                  maxLength={300}
                  value={draft.correctionReason}
                  onChange={(event) => set({ correctionReason: event.currentTarget.value })}
                />
              )}
              {record.error !== null && (
                <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
                  {describeError(t, record.error)}
                </Alert>
              )}
            </>
          )}
          <Group justify="flex-end">
            <Text c="dimmed" role="status" mr="auto">
              {onBallot.length > 0 && tally.missing > 0
                ? t('projects.resultsMissing', { count: tally.missing })
                : ''}
            </Text>
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
            {onBallot.length > 0 && (
              <GuardedButton
                permission="record-results"
                blockedBy={blockedBy}
                loading={record.isPending}
                onClick={submit}
              >
                {t('projects.resultsSave')}
              </GuardedButton>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
