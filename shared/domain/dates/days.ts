const dayLength = 86_400_000

/** A local day so many days later, or earlier. */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T12:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** Days from one local day to another; negative when the second is earlier. */
export function daysBetween(fromOn: string, untilOn: string): number {
  return Math.round((Date.parse(`${untilOn}T12:00:00Z`) - Date.parse(`${fromOn}T12:00:00Z`)) / dayLength)
}

/** The Monday after a local day. */
export function nextMonday(on: string): string {
  const weekday = new Date(`${on}T12:00:00Z`).getUTCDay()
  return addDays(on, (8 - weekday) % 7 || 7)
}
