import { fold } from '../text/fold.ts'
import { startOfLocalDay } from './local-day.ts'

const months: Readonly<Record<string, number>> = {
  janv: 1,
  janvier: 1,
  jan: 1,
  january: 1,
  fevr: 2,
  fevrier: 2,
  fev: 2,
  feb: 2,
  february: 2,
  mars: 3,
  mar: 3,
  march: 3,
  avr: 4,
  avril: 4,
  apr: 4,
  april: 4,
  mai: 5,
  may: 5,
  juin: 6,
  jun: 6,
  june: 6,
  juil: 7,
  juillet: 7,
  jul: 7,
  july: 7,
  aout: 8,
  aug: 8,
  august: 8,
  sept: 9,
  septembre: 9,
  sep: 9,
  september: 9,
  oct: 10,
  octobre: 10,
  october: 10,
  nov: 11,
  novembre: 11,
  november: 11,
  dec: 12,
  decembre: 12,
  december: 12,
}

interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly seconds: number
}

function valid({ year, month, day, seconds }: WallTime): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || seconds < 0 || seconds >= 86_400)
    return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A wall time of a zone as an instant; the day's own offset, so that clock changes come out right (I19). */
function instantOf(wall: WallTime, timeZone: string): string | undefined {
  if (!valid(wall)) return undefined
  const on = `${String(wall.year).padStart(4, '0')}-${String(wall.month).padStart(2, '0')}-${String(wall.day).padStart(2, '0')}`
  const start = Date.parse(startOfLocalDay(on, timeZone))
  const end = Date.parse(startOfLocalDay(on, timeZone, 1))
  const guess = start + wall.seconds * 1_000
  // On the two days of the year that last 23 or 25 hours, wall time after 3 h is shifted by the change.
  const shift = wall.seconds >= 3 * 3_600 ? end - start - 86_400_000 : 0
  return new Date(guess + shift).toISOString()
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/
const numeric =
  /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T,àa]*\s*(\d{1,2})\s*[:hH]\s*(\d{2})?(?::(\d{2}))?)?$/u
const yearMonth = /^(\d{4})(?:[-/](\d{1,2}))?$/
const dotted = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/
const worded =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})(?:[ ,aà]*\s*(\d{1,2})\s*[:h]\s*(\d{2})?)?$/

/**
 * Reads a date as people and platforms write it: ISO with or without time and zone, French and English days
 * (`1/3/2026`, `1er mars 2026`, `01.03.2026 14 h 30`). Without a zone it is wall time of `timeZone`, except that
 * Decidim's bare `2023-01-12 13:24:20` is too. Answers an ISO instant in UTC, or `undefined`.
 */
export function parseInstant(
  text: string,
  options: { readonly timeZone: string; readonly dayFirst: boolean },
): string | undefined {
  const trimmed = text.replace(/[\u00a0\u202f]/g, ' ').trim()
  const isoMatch = iso.exec(trimmed)
  if (isoMatch !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = isoMatch
    const wall = {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      seconds: Number(hour) * 3_600 + Number(minute) * 60 + Number(second),
    }
    if (!valid(wall)) return undefined
    if (zone === undefined) return instantOf(wall, options.timeZone)
    const offset =
      zone === 'Z' || zone === 'UTC' || zone === 'GMT'
        ? 'Z'
        : zone.includes(':')
          ? zone
          : `${zone.slice(0, 3)}:${zone.slice(3)}`
    return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`).toISOString()
  }
  const dottedMatch = dotted.exec(trimmed)
  if (dottedMatch !== null) {
    return instantOf(
      {
        year: Number(dottedMatch[1]),
        month: Number(dottedMatch[2]),
        day: Number(dottedMatch[3]),
        seconds: 0,
      },
      options.timeZone,
    )
  }
  const yearMonthMatch = yearMonth.exec(trimmed)
  if (yearMonthMatch !== null) {
    // Registers often keep the edition alone: its first day stands for it.
    const [, year, month = '1'] = yearMonthMatch
    return instantOf({ year: Number(year), month: Number(month), day: 1, seconds: 0 }, options.timeZone)
  }
  const numericMatch = numeric.exec(trimmed)
  if (numericMatch !== null) {
    const [, first, second, yearText, hour = '0', minute = '0', sec = '0'] = numericMatch
    const year = Number(yearText) < 100 ? 2000 + Number(yearText) : Number(yearText)
    const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(sec)
    const [day, month] = options.dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)]
    // A month above 12 can only be a day: the other order is then the only reading.
    return (
      instantOf({ year, month, day, seconds }, options.timeZone) ??
      instantOf({ year, month: day, day: month, seconds }, options.timeZone)
    )
  }
  const wordedMatch = worded.exec(fold(trimmed))
  if (wordedMatch !== null) {
    const [, day, name = '', year, hour = '0', minute = '0'] = wordedMatch
    const month = months[name]
    if (month === undefined) return undefined
    return instantOf(
      { year: Number(year), month, day: Number(day), seconds: Number(hour) * 3_600 + Number(minute) * 60 },
      options.timeZone,
    )
  }
  return undefined
}

/** An Excel serial day (1900 system) as wall time of a zone. */
export function instantOfSerial(serial: number, timeZone: string): string | undefined {
  if (!Number.isFinite(serial) || serial < 20_000 || serial > 80_000) return undefined
  const date = new Date(Math.round((serial - 25_569) * 86_400_000))
  return parseInstant(date.toISOString().slice(0, 19), { timeZone, dayFirst: true })
}
