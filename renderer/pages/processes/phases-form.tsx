import { Stack, Table, Text } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { type PhaseKind, phaseKinds } from '../../../shared/domain/processes/process-kind.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { fromParisTime, toParisTime } from '../../formats/paris-time.ts'
import { CompletionDays } from './completion-days.tsx'
import { useProcessForm } from './use-process-form.ts'

/** Wall-clock times in Paris; null: not given. */
interface PhaseTimes {
  readonly opens: string | null
  readonly closes: string | null
}
type Calendar = Readonly<Record<PhaseKind, PhaseTimes>>

function readCalendar({ phases }: ProcessDetail): Calendar {
  const times = (kind: PhaseKind): PhaseTimes => {
    const phase = phases.find((candidate) => candidate.kind === kind)
    return {
      opens: phase ? toParisTime(phase.opensAt) : null,
      closes: phase ? toParisTime(phase.closesAt) : null,
    }
  }
  return {
    submission: times('submission'),
    admissibility: times('admissibility'),
    study: times('study'),
    vote: times('vote'),
    results: times('results'),
    delivery: times('delivery'),
  }
}

const clockFormat = 'D MMM YYYY HH:mm'

/** What the field shows: its button is named by it too. */
function shown(time: string | null): string {
  return time === null ? '' : dayjs(time).format(clockFormat)
}

/** When each phase opens and closes, in Paris. */
export function PhasesForm() {
  const { t } = useTranslation()
  const form = useProcessForm('phases', readCalendar, (client, calendar, key) =>
    client.processes.savePhases({
      ...key,
      phases: phaseKinds.flatMap((kind) => {
        const { opens, closes } = calendar[kind]
        if (opens === null || closes === null) return []
        return [{ kind, opensAt: fromParisTime(opens), closesAt: fromParisTime(closes) }]
      }),
    }),
  )
  const incomplete = phaseKinds.some(
    (kind) => (form.values[kind].opens === null) !== (form.values[kind].closes === null),
  )
  const reversed = phaseKinds.find((kind) => {
    const { opens, closes } = form.values[kind]
    return opens !== null && closes !== null && closes <= opens
  })
  const problem = incomplete
    ? t('processes.phaseIncomplete')
    : reversed && t('processes.phaseReversed', { phase: t(`labels.phase.${reversed}`) })
  const change = (kind: PhaseKind, part: Partial<PhaseTimes>): void =>
    form.set({ [kind]: { ...form.values[kind], ...part } })
  return (
    <Stack gap="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <Stack maw="48rem">
          <Text>{t('processes.phasesHint')}</Text>
          <Table>
            <Table.Caption className="visually-hidden">{t('processes.phasesCaption')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('processes.phase')}</Table.Th>
                <Table.Th scope="col">{t('processes.opens')}</Table.Th>
                <Table.Th scope="col">{t('processes.closes')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {phaseKinds.map((kind) => {
                const phase = t(`labels.phase.${kind}`)
                const { opens, closes } = form.values[kind]
                return (
                  <Table.Tr key={kind}>
                    <Table.Th scope="row">{phase}</Table.Th>
                    <Table.Td>
                      <DateTimePicker
                        aria-label={`${t('processes.opensOf', { phase })} ${shown(opens)}`}
                        valueFormat={clockFormat}
                        clearable
                        clearButtonProps={{ 'aria-label': t('common.clear') }}
                        value={opens}
                        onChange={(value) => change(kind, { opens: value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <DateTimePicker
                        aria-label={`${t('processes.closesOf', { phase })} ${shown(closes)}`}
                        valueFormat={clockFormat}
                        clearable
                        clearButtonProps={{ 'aria-label': t('common.clear') }}
                        value={closes}
                        onChange={(value) => change(kind, { closes: value })}
                      />
                    </Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
          {problem !== undefined && (
            <Text role="alert" c="var(--parvis-danger)">
              {problem}
            </Text>
          )}
          <FormFooter form={form} permission="configure-process" blockedBy={problem} />
        </Stack>
      </form>
      <CompletionDays />
    </Stack>
  )
}
