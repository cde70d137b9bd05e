import { Popover, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../formats/use-formats.ts'
import { ChipButton, ChipFrame } from './filter-chip.tsx'

/** Local days, both included; null leaves that end open. */
export interface DayRange {
  readonly fromOn: string | null
  readonly untilOn: string | null
}

interface FilterDatesProps {
  readonly name: string
  readonly range: DayRange
  /** Names of the two fields. */
  readonly labels: Readonly<Record<keyof DayRange, string>>
  onChange(range: Partial<DayRange>): void
}

/** A filter between two days. */
export function FilterDates({ name, range, labels, onChange }: FilterDatesProps) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { fromOn, untilOn } = range
  const words =
    fromOn !== null && untilOn !== null
      ? t('common.between', { from: day(fromOn), until: day(untilOn) })
      : fromOn !== null
        ? t('common.since', { from: day(fromOn) })
        : untilOn !== null
          ? t('common.upTo', { until: day(untilOn) })
          : undefined
  return (
    <ChipFrame
      name={name}
      active={words !== undefined}
      onClear={() => onChange({ fromOn: null, untilOn: null })}
    >
      <Popover trapFocus withinPortal>
        <Popover.Target>
          <ChipButton name={name} chosen={words} />
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            {(['fromOn', 'untilOn'] as const).map((end) => (
              <DateInput
                key={end}
                clearable
                valueFormat="DD/MM/YYYY"
                popoverProps={{ withinPortal: false }}
                label={labels[end]}
                value={range[end]}
                onChange={(value) => onChange({ [end]: value })}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </ChipFrame>
  )
}
