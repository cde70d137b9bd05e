import { BarChart } from '@mantine/charts'
import { Table } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DayCount } from '../../../shared/domain/team/pace.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import classes from './team.module.css'

interface DecisionDaysProps {
  readonly days: readonly DayCount[]
  readonly total: number
  onLeave(): void
}

/** Decisions day by day; the table behind says the same, each day opening its list. */
export function DecisionDays({ days, total, onLeave }: DecisionDaysProps) {
  const { t } = useTranslation()
  const { day, number } = useFormats()
  // Known at the first drawing: bars that have begun to grow would go on.
  const still = useReducedMotion(undefined, { getInitialValueInEffect: false })
  // The chart asks for labels before it knows of any day.
  const dayOfLabel = (label: unknown): string => (typeof label === 'string' && label !== '' ? day(label) : '')
  return (
    <>
      <div aria-hidden>
        <BarChart
          h={160}
          mt="xs"
          data={days.map(({ on, count }) => ({ on, count }))}
          dataKey="on"
          series={[{ name: 'count', label: t('team.progress.decisions'), color: 'civic' }]}
          barChartProps={{ accessibilityLayer: false }}
          maxBarWidth={28}
          gridAxis="x"
          tickLine="none"
          xAxisProps={{ tickFormatter: dayOfLabel, minTickGap: 80 }}
          yAxisProps={{ allowDecimals: false, padding: { top: 12 } }}
          valueFormatter={number}
          barProps={{ isAnimationActive: !still, animationDuration: 150 }}
          tooltipProps={{ labelFormatter: dayOfLabel }}
        />
      </div>
      <p className={classes.base}>
        {t('team.progress.perDayBase', {
          count: total,
          formatted: number(total),
          from: day(days[0]?.on ?? ''),
          until: day(days.at(-1)?.on ?? ''),
        })}
      </p>
      <details>
        <summary>{t('common.dataTable')}</summary>
        <Table mt="xs">
          <Table.Caption className="visually-hidden">{t('team.progress.perDay')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('team.progress.day')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('team.progress.decisions')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days
              .filter(({ count }) => count > 0)
              .map(({ on, count }) => (
                <Table.Tr key={on}>
                  <Table.Th scope="row" fw={400}>
                    {day(on)}
                  </Table.Th>
                  <Table.Td ta="end">
                    <Link href={queueLink({ decided: { on } })} onClick={onLeave}>
                      {number(count)}
                    </Link>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  )
}
