import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Cents, cents } from '../../shared/domain/money/cents.ts'
import { parseAmount } from '../formats/format-amount.ts'
import { useFormats } from '../formats/use-formats.ts'

interface AmountProps {
  /** Exact cents; null shows a dash that reads "not given". */
  readonly value: Cents | null
  /** Leaves out the cents where there are none. */
  readonly round?: boolean
}

/** An amount of money: `12 345,67 €`. */
export function Amount({ value, round = false }: AmountProps) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  if (value === null) {
    return (
      <span>
        <span aria-hidden>—</span>
        <span className="visually-hidden">{t('common.notGiven')}</span>
      </span>
    )
  }
  return <span style={{ whiteSpace: 'nowrap' }}>{amount(value, { round })}</span>
}

interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: Cents | null
  /** Called with exact cents, or null for an empty field, each time the text is an amount. */
  onChange(value: Cents | null): void
}

/** A field for euros that gives integer cents: `12 345,67` or `12345.67`. What is no amount is said, never rounded. */
export function AmountInput({ value, onChange, error, ...props }: AmountInputProps) {
  const { t } = useTranslation()
  const { amount, language } = useFormats()
  const written = (next: Cents | null): string =>
    next === null ? '' : amount(next, { round: true }).replace(/\s*€\s*/, '')
  const [text, setText] = useState(() => written(value))
  const [given, setGiven] = useState(value)
  useEffect(() => {
    if (value === given) return
    setGiven(value)
    setText(value === null ? '' : amount(value, { round: true }).replace(/\s*€\s*/, ''))
  }, [value, given, amount])
  const parsed = text.trim() === '' ? null : parseAmount(text, language)
  const wrong = text.trim() !== '' && parsed === null
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      rightSection={<span aria-hidden>€</span>}
      styles={{ input: { textAlign: 'end' } }}
      value={text}
      error={wrong ? t('common.amountInvalid') : error}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        const amountTyped = next.trim() === '' ? null : parseAmount(next, language)
        if (next.trim() !== '' && amountTyped === null) return
        const valueTyped = amountTyped === null ? null : cents(amountTyped)
        setGiven(valueTyped)
        onChange(valueTyped)
      }}
      onBlur={() => {
        if (!wrong) setText(written(parsed === null ? null : cents(parsed)))
      }}
    />
  )
}
