import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'

interface OptionSelectProps<Value extends string> {
  readonly label: string
  readonly values: readonly Value[]
  readonly value: Value
  name(value: Value): string
  onChange(value: Value): void
}

/** One option among a few, all in sight. */
export function OptionSelect<Value extends string>(props: OptionSelectProps<Value>) {
  const { label, values, value, name, onChange } = props
  const id = useId()
  return (
    <Stack gap={2}>
      <Text size="xs" c="dimmed" id={id}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        data={values.map((option) => ({ value: option, label: name(option) }))}
        value={value}
        onChange={(chosen) => onChange(values.find((option) => option === chosen) ?? value)}
      />
    </Stack>
  )
}
