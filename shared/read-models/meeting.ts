/** One meeting of a démarche, as the platform's export told it. */
export interface MeetingRecord {
  readonly id: string
  readonly title: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly address: string | null
  readonly attendees: number | null
  readonly contributions: number | null
  readonly url: string | null
}
