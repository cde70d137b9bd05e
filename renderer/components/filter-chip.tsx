import { CloseButton, Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './filter-chip.module.css'

interface FilterChipProps {
  readonly name: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string | null
  onChange(chosen: string | null): void
}

/** One filter of a list, with at most one value; says its value once it has one. */
export function FilterChip({ name, choices, chosen, onChange }: FilterChipProps) {
  const { t } = useTranslation()
  const label = choices.find(({ value }) => value === chosen)?.label
  return (
    <span className={classes.chip} data-active={chosen !== null || undefined}>
      <Menu withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.button}>
            <span className={classes.text}>
              {label === undefined ? name : t('common.filterChosen', { name, value: label })}
            </span>
            {chosen === null && <IconChevronDown size={14} aria-hidden />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.choices}>
          {choices.map(({ value, label: words }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={value === chosen}
              leftSection={
                <IconCheck size={16} aria-hidden visibility={value === chosen ? 'visible' : 'hidden'} />
              }
              onClick={() => onChange(value === chosen ? null : value)}
            >
              {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== null && (
        <CloseButton
          size="xs"
          aria-label={t('common.removeFilter', { name })}
          onClick={() => onChange(null)}
        />
      )}
    </span>
  )
}

/** One filter that is on or off. */
export function FilterSwitch({
  name,
  on,
  onChange,
}: {
  readonly name: string
  readonly on: boolean
  onChange(on: boolean): void
}) {
  return (
    <span className={classes.chip} data-active={on || undefined}>
      <UnstyledButton className={classes.button} aria-pressed={on} onClick={() => onChange(!on)}>
        {on && <IconCheck size={14} aria-hidden />}
        <span className={classes.text}>{name}</span>
      </UnstyledButton>
    </span>
  )
}
