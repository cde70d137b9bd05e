const hour = 3_600_000

/** Turns instants into the date and time that a wall clock of one zone shows. */
export interface WallClock {
  /** A Date whose UTC fields are those of the wall clock: the form in which ExcelJS takes dates. `null` if unreadable. */
  readonly at: (instant: string) => Date | null
}

/** A wall clock of an IANA zone. The offset is looked up once per hour: no zone changes it within one. */
export function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const offsets = new Map<number, number>()
  function offsetOf(time: number): number {
    const start = Math.floor(time / hour) * hour
    const known = offsets.get(start)
    if (known !== undefined) return known
    const fields = new Map(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]))
    const field = (name: Intl.DateTimeFormatPartTypes) => fields.get(name) ?? 0
    const shown = Date.UTC(
      field('year'),
      field('month') - 1,
      field('day'),
      field('hour'),
      field('minute'),
      field('second'),
    )
    offsets.set(start, shown - start)
    return shown - start
  }
  return {
    at: (instant) => {
      const time = Date.parse(instant)
      return Number.isNaN(time) ? null : new Date(time + offsetOf(time))
    },
  }
}

/** A local day `YYYY-MM-DD` as ExcelJS takes it. `null` for anything else. */
export function localDay(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (match === null) return null
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return date.toISOString().startsWith(day) ? date : null
}

// Excel counts days from 1900 with a leap day that never was: before March 1900 its dates and ours differ.
const earliest = Date.UTC(1900, 2, 1)
const latest = Date.UTC(10_000, 0, 1)

/** True for a date that Excel can show. */
export function isExcelDate(date: Date): boolean {
  return date.getTime() >= earliest && date.getTime() < latest
}
