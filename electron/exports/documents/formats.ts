import type { Cents } from '../../../shared/domain/money/cents.ts'
import { createTranslator, type Language, type Translate } from '../../../shared/messages/translator.ts'

/** How numbers, money and dates are written in a printed document, in its language and time zone. */
export interface DocumentFormats {
  readonly language: Language
  readonly t: Translate
  /** `12 500 €`; cents only when there are some. */
  money(amount: Cents): string
  /** `12 500,00 €`: always to the cent. */
  exactMoney(amount: Cents): string
  count(value: number): string
  /** A whole percentage: `42 %`. */
  percentage(value: number): string
  /** A local day `YYYY-MM-DD` in letters: `1er mars 2026`. */
  day(on: string): string
  /** A local day `YYYY-MM-DD`, short, for an axis: `1 mars`. */
  shortDay(on: string): string
  /** The moment of an opening instant: `lundi 1er juin 2026`, with its time when it is not midnight. */
  opening(instant: string): string
  /** The moment of a closing instant (the first one outside): midnight reads as the day before, included. */
  closing(instant: string): string
  /** The local day of an instant in letters: `1er mars 2026`. */
  dayOf(instant: string): string
  /** Joins names: `A, B et C`. */
  list(items: readonly string[]): string
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }

/** Formats of a document. Throws a RangeError on a time zone that does not exist. */
export function createFormats(language: Language, timeZone: string): DocumentFormats {
  const locale = locales[language]
  const t = createTranslator(language)
  const number = new Intl.NumberFormat(locale)
  const wholeEuros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  })
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const letters = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const localDay = new Intl.DateTimeFormat(locale, { ...letters, timeZone: 'UTC' })
  const axisDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const zonedDay = new Intl.DateTimeFormat(locale, { ...letters, timeZone })
  const zonedFullDay = new Intl.DateTimeFormat(locale, { weekday: 'long', ...letters, timeZone })
  const clock = new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })

  function firstOfMonth(text: string): string {
    return language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text
  }
  function time(instant: Date): { readonly hour: number; readonly minute: number } {
    const parts = clock.formatToParts(instant)
    const part = (type: string): number => Number(parts.find((piece) => piece.type === type)?.value ?? 0)
    return { hour: part('hour'), minute: part('minute') }
  }
  function withTime(instant: Date): string {
    const { hour, minute } = time(instant)
    const day = firstOfMonth(zonedFullDay.format(instant))
    if (hour === 0 && minute === 0) return day
    const minutes = String(minute).padStart(2, '0')
    const key = minute === 0 ? 'catalogue.dates.atHour' : 'catalogue.dates.atMinute'
    return t(key, { day, hour, minutes })
  }
  function euroAmount(amount: Cents, format: Intl.NumberFormat): string {
    return format.format(amount / 100)
  }
  return {
    language,
    t,
    money: (amount) => euroAmount(amount, amount % 100 === 0 ? wholeEuros : euros),
    exactMoney: (amount) => euroAmount(amount, euros),
    count: (value) => number.format(value),
    percentage: (value) => percent.format(value / 100),
    day: (on) => firstOfMonth(localDay.format(new Date(`${on}T00:00:00Z`))),
    shortDay: (on) => axisDay.format(new Date(`${on}T00:00:00Z`)),
    opening: (instant) => withTime(new Date(instant)),
    closing(instant) {
      const moment = new Date(instant)
      const { hour, minute } = time(moment)
      if (hour !== 0 || minute !== 0) return withTime(moment)
      const lastDay = firstOfMonth(zonedFullDay.format(new Date(moment.getTime() - 1)))
      return t('catalogue.dates.included', { day: lastDay })
    },
    dayOf: (instant) => firstOfMonth(zonedDay.format(new Date(instant))),
    list: (items) => lists.format(items),
  }
}
