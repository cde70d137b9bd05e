import { Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { workOutEstimate } from '../../../../shared/domain/finance/estimate.ts'
import { cents, zeroCents } from '../../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../../shared/read-models/study.ts'
import { AmountInput } from '../../../components/amount.tsx'
import { FormRefusal } from '../../../components/form-refusal.tsx'
import { useFormats } from '../../../formats/use-formats.ts'
import { useKept } from '../../../navigation/use-kept.ts'
import { useWork } from '../../../session/session.tsx'
import classes from '../studies.module.css'
import { useStudyForm } from '../use-study-form.ts'
import { VisaNotice } from '../visa-notice.tsx'
import { readCostDraft, readCosts } from './cost-draft.ts'
import { CostGrid } from './cost-grid.tsx'
import { CostSummary } from './cost-summary.tsx'

interface CostsTabProps {
  readonly study: StudyDetail
  /** Nothing may be changed: by role, or because the list is settled. */
  readonly locked: boolean
}

/** What the project costs: lines, add-ons, totals worked out as the service does, running cost. */
export function CostsTab({ study, locked }: CostsTabProps) {
  const { t } = useTranslation()
  const { amount, language, number } = useFormats()
  const { process } = useWork()
  const [opened, setOpened] = useKept(`signed costing ${study.id}`, false)
  const form = useStudyForm({
    study,
    part: 'costs',
    read: (source) => readCostDraft(source, language),
    save: (draft, { client, key }) => client.studies.saveCosts({ ...key, ...readCosts(draft).input }),
    blocked: (draft) => !readCosts(draft).sound,
  })
  const draft = form.values
  const read = useMemo(() => readCosts(draft), [draft])
  const estimate = useMemo(() => workOutEstimate(read.input.costLines, read.input.addOns), [read])
  // Blank lines are no cost lines: the amounts of the others move up to them.
  const amounts = useMemo(
    () =>
      workOutEstimate(
        read.lines.map(({ figures }) => figures),
        read.input.addOns,
      ).lines,
    [read],
  )
  const shut = locked || (study.visaState === 'granted' && !opened)
  const total = estimate.amountInclVat
  const cap = process.projectCap
  const yearly = draft.annualRunningCost
  return (
    <Stack gap="md">
      <VisaNotice study={study} editing={opened} onEdit={locked ? undefined : () => setOpened(true)} />
      <FormRefusal form={form} />
      <section>
        <Group justify="space-between" align="baseline" mb="xs">
          <Title order={3}>{t('studies.investment')}</Title>
          <Text fw={650} role="status" aria-label={t('studies.totalInclVat')}>
            {t('studies.inclVat', { amount: amount(total) })}
          </Text>
        </Group>
        <CostGrid
          lines={draft.lines}
          language={draft.language}
          read={read.lines}
          amounts={amounts}
          locked={shut}
          onChange={(lines) => form.set({ lines })}
        />
      </section>
      <CostSummary
        draft={draft}
        estimate={estimate}
        wrongRates={read.wrongRates}
        locked={shut}
        onChange={form.set}
      />
      {cap !== null && total > zeroCents && (
        <Text className={classes.marked} c={total > cap ? 'var(--parvis-danger)' : 'dimmed'} role="status">
          {total > cap && <IconAlertTriangle size={16} aria-hidden />}
          {total > cap
            ? t('studies.overCap', { cap: amount(cap, { round: true }), excess: amount(cents(total - cap)) })
            : t('studies.underCap', { cap: amount(cap, { round: true }) })}
        </Text>
      )}
      <section>
        <Title order={3} mb="xs">
          {t('studies.running')}
        </Title>
        <div className={classes.running}>
          <AmountInput
            label={t('studies.annualRunningCost')}
            readOnly={shut}
            value={yearly}
            onChange={(annualRunningCost) => form.set({ annualRunningCost })}
          />
          <Textarea
            label={t('studies.runningCostNote')}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={5_000}
            readOnly={shut}
            value={draft.runningCostNote}
            onChange={(event) => form.set({ runningCostNote: event.currentTarget.value })}
          />
        </div>
        {yearly !== null && total > zeroCents && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('studies.runningShare', { share: number(Math.round((yearly * 1_000) / total) / 10) })}
          </Text>
        )}
      </section>
    </Stack>
  )
}
