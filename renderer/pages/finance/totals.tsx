import { Table, Text, Title, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sumCents } from '../../../shared/domain/money/cents.ts'
import type { FinanceSummary, FinanceTotal } from '../../../shared/read-models/finance.ts'
import { Amount } from '../../components/amount.tsx'
import { everyProject, type ProjectFilter, unfilled } from '../../components/project-filter.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './finance.module.css'

interface TotalsProps {
  readonly summary: FinanceSummary
  readonly filter: ProjectFilter
  onFilter(filter: ProjectFilter): void
}

const groups = [
  { name: 'byDistrict', field: 'districtId' },
  { name: 'byTheme', field: 'themeId' },
  { name: 'byStage', field: 'stage' },
] as const

/** Totals by district, theme and stage, to the cent; each narrows the list to what it sums. */
export function Totals({ summary, filter, onFilter }: TotalsProps) {
  const { t } = useTranslation()
  return (
    <>
      {groups.map(({ name, field }) => (
        <TotalsTable
          key={name}
          name={name}
          totals={summary[name]}
          chosen={filter[field]}
          onChoose={(key) => onFilter({ ...everyProject, [field]: filter[field] === key ? null : key })}
        />
      ))}
      <Text c="dimmed" mt="md" maw="40rem">
        {t('finance.totalsNote')}
      </Text>
    </>
  )
}

interface TotalsTableProps {
  readonly name: (typeof groups)[number]['name']
  readonly totals: readonly FinanceTotal[]
  readonly chosen: string | null
  onChoose(key: string): void
}

function TotalsTable({ name, totals, chosen, onChoose }: TotalsTableProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const enveloped = totals.some(({ envelope }) => envelope !== null)
  const labelOf = ({ key, label }: FinanceTotal): string => {
    if (name === 'byStage') return t(`labels.stage.${label}`)
    return key === null ? t(name === 'byDistrict' ? 'labels.noDistrict' : 'labels.noTheme') : label
  }
  return (
    <section className={classes.section}>
      <Title order={2} mb="xs">
        {t(`finance.${name}`)}
      </Title>
      <Table.ScrollContainer minWidth={enveloped ? '34rem' : '24rem'}>
        <Table horizontalSpacing="xs">
          <Table.Caption className="visually-hidden">{t(`finance.${name}`)}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t(`finance.key.${name}`)}</Table.Th>
              <Head words={t('finance.projects')} />
              <Head words={t('finance.sum')} />
              <Head words={t('projects.column.annualRunningCost')} />
              {enveloped && <Head words={t('finance.envelope')} />}
              {enveloped && <Head words={t('finance.remaining')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.map((total) => {
              const key = total.key ?? unfilled
              const label = labelOf(total)
              return (
                <Table.Tr key={key} bg={chosen === key ? 'var(--parvis-selected)' : 'transparent'}>
                  <Table.Th scope="row" fw={400}>
                    <UnstyledButton
                      className={classes.key}
                      aria-pressed={chosen === key}
                      aria-label={t('finance.showOnly', { label })}
                      onClick={() => onChoose(key)}
                    >
                      {label}
                    </UnstyledButton>
                  </Table.Th>
                  <Table.Td className={classes.amount}>{number(total.projects)}</Table.Td>
                  <Table.Td className={classes.amount}>
                    <Amount value={total.amount} />
                  </Table.Td>
                  <Table.Td className={classes.amount}>
                    <Amount value={total.annualRunningCost} />
                  </Table.Td>
                  {enveloped && (
                    <>
                      <Table.Td className={classes.amount}>
                        <Amount value={total.envelope} />
                      </Table.Td>
                      <Table.Td
                        className={`${classes.amount} ${(total.remaining ?? 0) < 0 ? classes.negative : ''}`}
                      >
                        <Amount value={total.remaining} />
                      </Table.Td>
                    </>
                  )}
                </Table.Tr>
              )
            })}
          </Table.Tbody>
          <Table.Tfoot className={classes.total}>
            <Table.Tr>
              <Table.Th scope="row">{t('finance.allProjects')}</Table.Th>
              <Table.Td className={classes.amount}>
                {number(totals.reduce((sum, { projects }) => sum + projects, 0))}
              </Table.Td>
              <Table.Td className={classes.amount}>
                <Amount value={sumCents(totals.map(({ amount }) => amount))} />
              </Table.Td>
              <Table.Td className={classes.amount}>
                <Amount value={sumCents(totals.map(({ annualRunningCost }) => annualRunningCost))} />
              </Table.Td>
              {enveloped && (
                <>
                  <Table.Td className={classes.amount}>
                    <Amount
                      value={sumCents(
                        totals.flatMap(({ envelope }) => (envelope === null ? [] : [envelope])),
                      )}
                    />
                  </Table.Td>
                  <Table.Td />
                </>
              )}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

function Head({ words }: { words: string }) {
  return (
    <Table.Th scope="col" className={classes.amount}>
      {words}
    </Table.Th>
  )
}
