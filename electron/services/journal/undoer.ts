import type { JournalEntryTable } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import type { Change } from '../call.ts'

/**
 * Takes one act back: puts the objects of its entries (all of one action, of one act) back as `before` tells.
 * Refuses `undo-overtaken` when an object has changed since. Writes no journal entry itself.
 */
export type Undoer = (
  change: Change,
  entries: readonly JournalEntryTable[],
  dialect: DialectFeatures,
) => Promise<void>
