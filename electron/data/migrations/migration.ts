import type { Kysely } from 'kysely'
import type { DialectFeatures } from '../dialects/dialect.ts'

/** One step of the schema. Released ones are never edited, and never call today's repositories or rules. */
export interface Migration {
  /** Position in the list, from 1; also the dossier's schema version once applied. */
  readonly number: number
  readonly name: string
  up(db: Kysely<unknown>, dialect: DialectFeatures): Promise<void>
}
