import { AreaChart } from '@mantine/charts'
import { Table } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { KeyFigures } from '../../../shared/read-models/key-figures.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './home.module.css'

/** Deposits added up day by day; the table behind says the same. */
export function DepositCurve({ days }: { days: KeyFigures['depositsByDay'] }) {
  const { t } = useTranslation()
  const { day, number } = useFormats()
  // Known at the first drawing: a curve that has begun to move would go on.
  const still = useReducedMotion(undefined, { getInitialValueInEffect: false })
  // The chart asks for labels before it knows of any day.
  const dayOfLabel = (label: unknown): string => (typeof label === 'string' && label !== '' ? day(label) : '')
  const total = days.at(-1)?.cumulated ?? 0
  const base = t('home.curveBase', {
    count: total,
    formatted: number(total),
    from: day(days[0]?.on ?? ''),
    until: day(days.at(-1)?.on ?? ''),
  })
  return (
    <>
      <div aria-hidden>
        <AreaChart
          h={170}
          mt="xs"
          data={days.map(({ on, cumulated }) => ({ on, cumulated }))}
          dataKey="on"
          series={[{ name: 'cumulated', label: t('home.cumulated'), color: 'civic' }]}
          curveType="stepAfter"
          withDots={false}
          areaChartProps={{ accessibilityLayer: false }}
          gridAxis="x"
          tickLine="none"
          xAxisProps={{ tickFormatter: dayOfLabel, minTickGap: 80 }}
          // Without it the label of the highest value is pushed off its line.
          yAxisProps={{ padding: { top: 12 } }}
          valueFormatter={number}
          areaProps={{ isAnimationActive: !still, animationDuration: 150 }}
          tooltipProps={{ labelFormatter: dayOfLabel }}
        />
      </div>
      <p className={classes.base}>{base}</p>
      <details>
        <summary>{t('common.dataTable')}</summary>
        <Table mt="xs">
          <Table.Caption className="visually-hidden">{t('home.curve')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('home.day')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('home.deposits')}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                {t('home.cumulated')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days
              .filter(({ count }) => count > 0)
              .map(({ on, count, cumulated }) => (
                <Table.Tr key={on}>
                  <Table.Th scope="row" fw={400}>
                    {day(on)}
                  </Table.Th>
                  <Table.Td ta="end">{number(count)}</Table.Td>
                  <Table.Td ta="end">{number(cumulated)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  )
}
