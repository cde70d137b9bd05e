import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matchByInitials } from '../../../shared/domain/paper/initials.ts'

interface Named {
  readonly id: string
  readonly name: string
}

interface InitialsFieldProps {
  readonly label: string
  readonly name: string
  readonly options: readonly Named[]
  readonly value: string | null
  onChange(value: string | null): void
  readonly error?: string | undefined
  readonly required?: boolean
}

/**
 * Chooses by initials: `P` then Tab takes « Pile », `S-E` « Sainte-Élisabeth ». Leaving the field takes the first name
 * that answers; what answers to none stays to be seen.
 */
export function InitialsField({
  label,
  name,
  options,
  value,
  onChange,
  error,
  required = false,
}: InitialsFieldProps) {
  const { t } = useTranslation()
  const chosen = options.find(({ id }) => id === value)
  /** What is being typed; undefined while the choice stands. */
  const [typed, setTyped] = useState<string>()
  const matches = typed === undefined ? options : matchByInitials(options, typed)
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })

  // The first name that answers is the one that leaving the field takes: it is marked once it is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter draws the list anew
  useEffect(() => {
    if (typed !== undefined) list.selectFirstOption()
  }, [typed])

  const take = (id: string | null): void => {
    onChange(id)
    setTyped(undefined)
    list.closeDropdown()
  }
  const settle = (): void => {
    list.closeDropdown()
    if (typed === undefined) return
    if (typed.trim() === '') take(null)
    else if (matches[0] !== undefined) take((matches[list.getSelectedOptionIndex()] ?? matches[0]).id)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation()
      setTyped(undefined)
    }
    if (event.key === 'Tab' || event.key === 'Enter') settle()
  }
  const unknown = typed !== undefined && typed.trim() !== '' && matches.length === 0
  return (
    <Combobox store={list} onOptionSubmit={take} withinPortal width="max-content" position="bottom-start">
      <Combobox.Target>
        <TextInput
          label={label}
          required={required}
          data-field={name}
          autoComplete="off"
          placeholder={t('paper.initialsHint')}
          value={typed ?? chosen?.name ?? ''}
          error={unknown ? t('paper.noMatch') : error}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => list.openDropdown()}
          onBlur={settle}
          onKeyDown={press}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            list.openDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={matches.length === 0}>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }} aria-label={label}>
          {matches.map(({ id, name: word }) => (
            <Combobox.Option key={id} value={id} active={id === value}>
              {word}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
