/** One local day of the deposit curve. `on` is `YYYY-MM-DD` in the démarche's time zone. */
export interface DepositDay {
  readonly on: string
  readonly count: number
  readonly cumulated: number
}

/**
 * Counts per UTC hour (`YYYY-MM-DDTHH`) become counts per local day, empty days included between the first and the
 * last. French time zones, overseas ones included, are whole hours from UTC, so no hour spans two days (I19).
 */
export function depositsByDay(
  hours: readonly { readonly hour: string; readonly count: number }[],
  timeZone: string,
): readonly DepositDay[] {
  const localDay = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const counts = new Map<string, number>()
  for (const { hour, count } of hours) {
    const instant = new Date(`${hour}:00:00Z`)
    if (Number.isNaN(instant.getTime())) continue
    const on = localDay.format(instant)
    counts.set(on, (counts.get(on) ?? 0) + count)
  }
  const days = [...counts.keys()].sort()
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  // A curve over more than ten years is an accident in a file: only days with deposits are kept then.
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000
  const axis =
    span > 3_660
      ? days
      : Array.from({ length: span + 1 }, (_, index) =>
          new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
        )
  let cumulated = 0
  return axis.map((on) => {
    const count = counts.get(on) ?? 0
    cumulated += count
    return { on, count, cumulated }
  })
}
