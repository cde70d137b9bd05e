import { Text, Title, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FinanceFinding } from '../../../shared/read-models/finance.ts'
import { Amount } from '../../components/amount.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './finance.module.css'

interface FindingsProps {
  readonly findings: readonly FinanceFinding[]
  onOpen(finding: FinanceFinding): void
}

/** Breaches first, then what is missing, then what waits for a signature. */
const order: readonly FinanceFinding['code'][] = [
  'envelope-exceeded',
  'district-envelope-exceeded',
  'over-cap',
  'visa-void',
  'without-estimate',
  'without-running-cost',
  'without-visa',
]

/** What finance has to look at, each line leading to its place. */
export function Findings({ findings, onOpen }: FindingsProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const groups = Map.groupBy(findings, ({ code }) => code)
  if (findings.length === 0) return <Text c="dimmed">{t('finance.noFinding')}</Text>
  return order.map((code) => {
    const group = groups.get(code) ?? []
    if (group.length === 0) return null
    return (
      <section key={code} className={classes.section}>
        <Title order={2} mb="xs">
          {t(`finance.finding.${code}`)} ({number(group.length)})
        </Title>
        <ul className={classes.findings}>
          {group.map((finding) => (
            <li key={`${finding.projectId} ${finding.label}`}>
              <FindingLine finding={finding} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function FindingLine({ finding, onOpen }: { finding: FinanceFinding; onOpen: FindingsProps['onOpen'] }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const label = finding.label === '' ? t('finance.envelope') : finding.label
  return (
    <UnstyledButton className={classes.finding} onClick={() => onOpen(finding)}>
      <span>{label}</span>
      <span className={classes.amount}>
        {finding.amount !== null && finding.limit !== null ? (
          t('finance.findingAmounts', { amount: amount(finding.amount), limit: amount(finding.limit) })
        ) : (
          <Amount value={finding.amount} />
        )}
      </span>
    </UnstyledButton>
  )
}
