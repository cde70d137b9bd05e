import type { Role } from '../domain/people/permissions.ts'
import type { ProcessKind } from '../domain/processes/process-kind.ts'

/** A person of the dossier as anyone may see them before signing in. */
export interface PersonProfile {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly department: string | null
  readonly active: boolean
  readonly hasPassphrase: boolean
  readonly version: number
}

/** The open dossier. `person` is absent until somebody has signed in. */
export interface OpenDossier {
  readonly path: string
  readonly title: string
  readonly demonstration: boolean
  readonly readOnly: boolean
  readonly person: PersonProfile | null
  readonly people: readonly PersonProfile[]
  /** A newer backup or a migration happened at opening: path of the backup, to be said to the user. */
  readonly migratedFrom: number | null
}

export interface RecentDossier {
  readonly path: string
  readonly title: string
  readonly openedAt: string
  /** False when the file is not there any more. */
  readonly present: boolean
}

export interface DossierProperties {
  readonly path: string
  readonly title: string
  readonly createdAt: string
  readonly schemaVersion: number
  readonly applicationVersion: string
  readonly fileBytes: number
  readonly attachmentBytes: number
  readonly counts: Readonly<
    Record<
      'processes' | 'submissions' | 'projects' | 'comments' | 'meetings' | 'journalEntries' | 'people',
      number
    >
  >
}

export interface BackupFile {
  readonly path: string
  readonly fileName: string
  readonly takenAt: string
  readonly reason: 'daily' | 'migration' | 'restore'
  readonly bytes: number
}

/** One thing that `check` looked at. `sound` false comes with what is wrong. */
export interface SoundnessFinding {
  readonly code: string
  readonly sound: boolean
  readonly count: number
  readonly examples: readonly string[]
}

export interface SoundnessReport {
  readonly sound: boolean
  readonly findings: readonly SoundnessFinding[]
}

/** What waits in one démarche: the counts of the navigation and the home page. */
export interface ProcessOverview {
  readonly processId: string
  readonly kind: ProcessKind
  readonly title: string
  /** Without those that are put off until a later day. */
  readonly toModerate: number
  readonly assignedToMe: number
  readonly incomplete: number
  readonly toStudy: number
  readonly studiesLate: number
  readonly toSign: number
  readonly projects: number
  readonly onBallot: number
  readonly winners: number
}
