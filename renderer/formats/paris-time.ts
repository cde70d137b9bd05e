const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** An ISO instant as wall-clock time in Paris: `2026-03-01 18:00:00`. */
export function toParisTime(instant: string): string {
  const part = Object.fromEntries(
    paris.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`
}

/**
 * Wall-clock time in Paris as an ISO instant in UTC. In the hour that the autumn repeats, the first one;
 * in the hour that the spring skips, the instant an hour later on the clock.
 */
export function fromParisTime(local: string): string {
  const asIfUtc = Date.parse(`${local.replace(' ', 'T')}Z`)
  const offsetAt = (instant: number): number =>
    Date.parse(`${toParisTime(new Date(instant).toISOString()).replace(' ', 'T')}Z`) - instant
  const candidates = [...new Set([offsetAt(asIfUtc - 86_400_000), offsetAt(asIfUtc + 86_400_000)])]
    .map((offset) => asIfUtc - offset)
    .toSorted((a, b) => a - b)
  const exact = candidates.find((instant) => instant + offsetAt(instant) === asIfUtc)
  return new Date(exact ?? candidates.at(-1) ?? asIfUtc).toISOString()
}
