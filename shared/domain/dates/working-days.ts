import { addDays } from './days.ts'

function asDate(on: string): Date {
  return new Date(`${on}T00:00:00Z`)
}

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature, 20 April 1876). */
function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 19 * weekday) / 433)
  const month = Math.floor((epact + weekday - 7 * late + 90) / 25)
  const day = (epact + weekday - 7 * late + 33 * month + 19) % 32
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const fixedHolidays = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

const holidaysByYear = new Map<number, ReadonlySet<string>>()

/** Public holidays of a year (code du travail, art. L. 3133-1); those of one region only are not among them. */
export function publicHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year)
  if (known !== undefined) return known
  const easter = easterSunday(year)
  const days = new Set([
    ...fixedHolidays.map((day) => `${String(year).padStart(4, '0')}-${day}`),
    addDays(easter, 1),
    addDays(easter, 39),
    addDays(easter, 50),
  ])
  holidaysByYear.set(year, days)
  return days
}

/** Whether a town hall's offices work on this local day: Monday to Friday, public holidays aside. */
export function isWorkingDay(on: string): boolean {
  const weekday = asDate(on).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(on.slice(0, 4))).has(on)
}

/** The `count`-th working day from `from` on, itself the first if it is one. `count` is 1 or more. */
export function workingDayFrom(from: string, count: number): string {
  let on = from
  for (let left = count; ; on = addDays(on, 1)) {
    if (isWorkingDay(on) && --left <= 0) return on
  }
}

/** The `count` latest working days up to `until`, itself included if it is one, the oldest first. */
export function latestWorkingDays(until: string, count: number): readonly string[] {
  const days: string[] = []
  for (let on = until; days.length < count; on = addDays(on, -1)) if (isWorkingDay(on)) days.unshift(on)
  return days
}
