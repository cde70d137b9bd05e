import type { MeetingKind } from '../domain/meetings/meeting-kind.ts'

/** One meeting of a démarche: entered by an officer, or told by the platform's export. Instants are ISO UTC. */
export interface MeetingRecord {
  readonly id: string
  readonly title: string
  /** Null while nobody said which kind it was: exports don't. */
  readonly kind: MeetingKind | null
  readonly description: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly address: string | null
  readonly attendees: number | null
  /** What was said and noted there, besides the proposals that are in the dossier. */
  readonly contributions: number | null
  /** Proposals of the dossier that were collected there. */
  readonly proposals: number
  readonly url: string | null
  readonly imported: boolean
  readonly version: number
}
