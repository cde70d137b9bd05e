import { CloseButton, Menu, Tooltip, UnstyledButton, type UnstyledButtonProps } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../formats/use-formats.ts'
import classes from './filter-chip.module.css'

interface ChipFrameProps {
  readonly name: string
  readonly active: boolean
  onClear(): void
  /** A menu or popover whose target is a `ChipButton`. */
  readonly children: ReactNode
}

/** The frame of a filter: marked while it narrows the list, with the way to take it away. */
export function ChipFrame({ name, active, onClear, children }: ChipFrameProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.chip} data-active={active || undefined}>
      {children}
      {active && <CloseButton size="xs" aria-label={t('common.removeFilter', { name })} onClick={onClear} />}
    </span>
  )
}

interface ChipButtonProps
  extends UnstyledButtonProps,
    Omit<ComponentProps<'button'>, keyof UnstyledButtonProps> {
  readonly name: string
  /** What was chosen, in words; undefined while nothing is. */
  readonly chosen: string | undefined
}

/** The name of a filter and what was chosen; opens the choice. */
export function ChipButton({ name, chosen, ...target }: ChipButtonProps) {
  const { t } = useTranslation()
  return (
    <UnstyledButton {...target} className={classes.button}>
      <span className={classes.text}>
        {chosen === undefined ? name : t('common.filterChosen', { name, value: chosen })}
      </span>
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  )
}

interface FixedChipProps {
  /** What it lets through, in words. */
  readonly name: string
  onClear(): void
}

/** A filter that is there or not: nothing to choose, only to take away. */
export function FixedChip({ name, onClear }: FixedChipProps) {
  return (
    <ChipFrame name={name} active onClear={onClear}>
      <span className={`${classes.button} ${classes.text}`}>{name}</span>
    </ChipFrame>
  )
}

export interface FilterChoice<Value> {
  readonly value: Value
  readonly label: string
  /** How many lines it would leave. */
  readonly count?: number
}

interface FilterChipProps<Value extends string> {
  readonly name: string
  readonly choices: readonly FilterChoice<Value>[]
  readonly chosen: Value | null
  onChange(chosen: Value | null): void
}

/** One filter of a list, with at most one value; says its value once it has one. */
export function FilterChip<Value extends string>({
  name,
  choices,
  chosen,
  onChange,
}: FilterChipProps<Value>) {
  return (
    <ChipFrame name={name} active={chosen !== null} onClear={() => onChange(null)}>
      <Menu withinPortal>
        <Menu.Target>
          <ChipButton name={name} chosen={choices.find(({ value }) => value === chosen)?.label} />
        </Menu.Target>
        <Menu.Dropdown className={classes.choices}>
          {choices.map(({ value, label, count }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={value === chosen}
              leftSection={
                <IconCheck size={16} aria-hidden visibility={value === chosen ? 'visible' : 'hidden'} />
              }
              rightSection={<Count count={count} />}
              onClick={() => onChange(value === chosen ? null : value)}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </ChipFrame>
  )
}

interface FilterChipOfManyProps<Value extends string | null> {
  readonly name: string
  /** `null` stands for "none". */
  readonly choices: readonly FilterChoice<Value>[]
  readonly chosen: readonly Value[]
  onChange(chosen: readonly Value[]): void
}

/** One filter of a list that lets several values through. */
export function FilterChipOfMany<Value extends string | null>({
  name,
  choices,
  chosen,
  onChange,
}: FilterChipOfManyProps<Value>) {
  const { t } = useTranslation()
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  const toggle = (value: Value): void =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <ChipFrame name={name} active={chosen.length > 0} onClear={() => onChange([])}>
      <Menu withinPortal>
        <Menu.Target>
          <ChipButton name={name} chosen={labels.length > 0 ? labels.join(', ') : undefined} />
        </Menu.Target>
        <Menu.Dropdown className={classes.choices}>
          {choices.length === 0 && <Menu.Item disabled>{t('common.noChoice')}</Menu.Item>}
          {choices.map(({ value, label, count }) => (
            <Menu.CheckboxItem
              key={value ?? 'none'}
              checked={chosen.includes(value)}
              rightSection={<Count count={count} />}
              onChange={() => toggle(value)}
            >
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </ChipFrame>
  )
}

function Count({ count }: { readonly count: number | undefined }) {
  const { number } = useFormats()
  return count === undefined ? null : <span className={classes.count}>{number(count)}</span>
}

interface FilterSwitchProps {
  readonly name: string
  readonly on: boolean
  onChange(on: boolean): void
  /** What it lets through. */
  readonly hint?: string
}

/** One filter that is on or off. */
export function FilterSwitch({ name, on, onChange, hint }: FilterSwitchProps) {
  return (
    <Tooltip label={hint} disabled={hint === undefined}>
      <span className={classes.chip} data-active={on || undefined}>
        <UnstyledButton className={classes.button} aria-pressed={on} onClick={() => onChange(!on)}>
          {on && <IconCheck size={14} aria-hidden />}
          <span className={classes.text}>{name}</span>
        </UnstyledButton>
      </span>
    </Tooltip>
  )
}
