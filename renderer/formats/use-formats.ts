import dayjs from 'dayjs'
import 'dayjs/locale/fr'
import 'dayjs/locale/en-gb'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/messages/translator.ts'
import { formatAmount, formatBytes, formatNumber } from './format-amount.ts'
import {
  formatDay,
  formatInstant,
  formatInstantDay,
  formatShortDay,
  formatShortInstant,
} from './format-date.ts'

export interface Formats {
  readonly language: Language
  amount(cents: number, options?: { readonly round?: boolean }): string
  number(value: number): string
  bytes(value: number): string
  day(day: string): string
  instantDay(instant: string): string
  instant(instant: string): string
  shortDay(instant: string): string
  shortInstant(instant: string): string
}

/** Amounts, numbers and dates in the language of the moment. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'fr'
  return useMemo(
    () => ({
      language,
      amount: (cents, options) => formatAmount(cents, language, options),
      number: (value) => formatNumber(value, language),
      bytes: (value) => formatBytes(value, language),
      day: (day) => formatDay(day, language),
      instantDay: (instant) => formatInstantDay(instant, language),
      instant: (instant) => formatInstant(instant, language),
      shortDay: (instant) => formatShortDay(instant, language),
      shortInstant: (instant) => formatShortInstant(instant, language),
    }),
    [language],
  )
}

/** Gives the calendars their language. */
export function useDayjsLanguage(language: Language): void {
  dayjs.locale(language === 'fr' ? 'fr' : 'en-gb')
}
