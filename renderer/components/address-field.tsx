import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressSuggestion } from '../../shared/read-models/addresses.ts'
import { useRead } from '../api/use-call.ts'
import classes from './address-field.module.css'

/** Milliseconds without a key before the base is asked. */
const typingPause = 120
const shownSuggestions = 6

interface AddressFieldProps {
  readonly value: string
  onChange(value: string): void
  /** An address of the base was chosen, with its point. */
  onTake(suggestion: AddressSuggestion): void
  readonly label?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly maxLength?: number
}

/**
 * A field for an address that offers those of the base like it, with how sure each is. Without a base it is a plain
 * field; what is typed always stays as it was typed.
 */
export function AddressField({
  value,
  onChange,
  onTake,
  label,
  autoFocus = false,
  disabled = false,
  maxLength = 300,
}: AddressFieldProps) {
  const { t } = useTranslation()
  const helpId = useId()
  const { data: base } = useRead('addresses.base', {})
  const asked = usePaused(value.trim())
  const wanted = base != null && asked.length >= 3
  const { data: suggestions = [], isFetching } = useRead(
    'addresses.search',
    wanted ? { text: asked, limit: shownSuggestions } : null,
  )
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const shown = wanted ? suggestions : []
  const choose = (index: string): void => {
    const suggestion = shown[Number(index)]
    box.closeDropdown()
    if (suggestion !== undefined) onTake(suggestion)
  }
  return (
    <Combobox store={box} withinPortal onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={label ?? t('addresses.search')}
          description={base === null ? t('addresses.noBase') : undefined}
          aria-describedby={helpId}
          autoFocus={autoFocus}
          {...(autoFocus ? { 'data-autofocus': true } : {})}
          autoComplete="off"
          disabled={disabled}
          maxLength={maxLength}
          value={value}
          rightSection={isFetching && wanted ? <Loader size={14} aria-hidden /> : null}
          onChange={(event) => {
            onChange(event.currentTarget.value)
            box.openDropdown()
            box.resetSelectedOption()
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            // Escape closes the list first, the form afterwards.
            if (event.key === 'Escape' && box.dropdownOpened && shown.length > 0) event.stopPropagation()
          }}
        />
      </Combobox.Target>
      <span id={helpId} className="visually-hidden">
        {t('addresses.searchHelp')}
      </span>
      <Combobox.Dropdown hidden={!wanted || (shown.length === 0 && isFetching)}>
        <Combobox.Options aria-label={t('addresses.suggestions')}>
          {shown.length === 0 && <Combobox.Empty>{t('addresses.nothingFound')}</Combobox.Empty>}
          {shown.map(({ label: address, kind, score, choice }, index) => (
            <Combobox.Option key={`${choice.kind}${choice.id}`} value={String(index)}>
              <span className={classes.option}>
                <span dir="auto">{address}</span>
                <span className={classes.confidence}>
                  {t('addresses.confidence', {
                    kind: t(`addresses.kind.${kind}`),
                    percent: Math.round(score * 100),
                  })}
                </span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** A text once nobody has typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), typingPause)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
