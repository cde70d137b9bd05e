/** Minutes that a time zone is ahead of UTC at an instant. */
function offsetMinutes(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? '0')
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return Math.round((wall - instant.getTime()) / 60_000)
}

/**
 * The instant, ISO UTC, at which a local day begins in a time zone; right on the days when the clocks change (I19).
 * `days` moves to a later day: 1 gives the end of `on`, excluded.
 */
export function startOfLocalDay(on: string, timeZone: string, days = 0): string {
  const wall = Date.parse(`${on}T00:00:00Z`) + days * 86_400_000
  // Two rounds: the offset at the first guess may be that of the other side of a clock change.
  let instant = wall - offsetMinutes(new Date(wall), timeZone) * 60_000
  instant = wall - offsetMinutes(new Date(instant), timeZone) * 60_000
  return new Date(instant).toISOString()
}

/** The local day, `YYYY-MM-DD`, of an instant. */
export function localDayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant))
}
