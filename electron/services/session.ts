import type { PersonProfile } from '../../shared/read-models/dossier.ts'
import type { OpenDatabase } from '../data/dialects/dialect.ts'

/** A dossier that is open, and as whom. */
export interface OpenedDossier {
  readonly path: string
  readonly database: OpenDatabase
  readonly migratedFrom: number | null
  /** Lets the file go: closes the database and gives its lock back. */
  release(): Promise<void>
}

/** What the worker remembers between calls. One dossier at a time. */
export interface Session {
  dossier: OpenedDossier | null
  person: PersonProfile | null
  /** Copies made for other programs to show; they go with the dossier. */
  readonly temporaryFolders: Set<string>
}

/** A session with nothing open. */
export function createSession(): Session {
  return { dossier: null, person: null, temporaryFolders: new Set() }
}
