import { parseInstant } from './parse-date.ts'

/** A local day as somebody types it, the day before the month: `3/12/2026`, `3.12.26`, `3 décembre 2026`. Null: no day. */
export function typedDay(text: string): string | null {
  // A day without its year, or a year alone, is still being typed.
  if (!/\d.*\D.*\d/u.test(text)) return null
  return parseInstant(text, { timeZone: 'UTC', dayFirst: true })?.slice(0, 10) ?? null
}
