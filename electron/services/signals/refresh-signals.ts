import type { Transaction } from 'kysely'
import type { Database } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import type { JournalDraft } from '../../data/journal/journal.repository.ts'
import { type ReadDeposit, replaceOwnSignals } from '../../data/signals/signal.repository.ts'
import { replaceAuthors } from '../../data/signals/signal-author.repository.ts'
import {
  putChecks,
  type UncheckedDeposit,
  uncheckedAmong,
} from '../../data/signals/signal-check.repository.ts'
import { newId } from '../new-id.ts'
import { authorHashes } from './author-hashes.ts'
import { countAuthors } from './count-authors.ts'
import { prepareReading, readDeposit } from './read-deposits.ts'

/** An act on more deposits than this (an import) leaves them to the catching up. */
const mostAtOnce = 200

/** Keeps what was read of deposits, and by which rules; answers the authors whose count may have changed. */
export async function keepReadings(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  deposits: readonly UncheckedDeposit[],
  readings: readonly ReadDeposit[],
  { stamp, at }: { readonly stamp: string; readonly at: string },
): Promise<ReadonlySet<string>> {
  await replaceOwnSignals(trx, dialect, readings, { at, newId })
  const authors = await replaceAuthors(
    trx,
    dialect,
    deposits.map((row) => ({ submissionId: row.id, processId: row.process_id, hashes: authorHashes(row) })),
  )
  await putChecks(trx, dialect, deposits, stamp)
  return authors
}

/**
 * A last step of every act: what it wrote or changed of a deposit is read in the same transaction, a text typed, masked
 * or shown again, a place, an undo, so that no service has to think of it.
 */
export async function refreshSignals(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  drafts: readonly JournalDraft[],
  at: string,
): Promise<void> {
  const ids = new Set(
    drafts.flatMap(({ objectKind, objectId }) =>
      objectKind === 'submission' && objectId !== undefined && objectId !== null ? [objectId] : [],
    ),
  )
  if (ids.size === 0 || ids.size > mostAtOnce) return
  const unchecked = await uncheckedAmong(trx, [...ids])
  for (const [processId, rows] of Map.groupBy(unchecked, ({ process_id }) => process_id)) {
    const reading = await prepareReading(trx, processId)
    const readings = rows.map((row) => ({ submissionId: row.id, raised: readDeposit(row, reading) }))
    const authors = await keepReadings(trx, dialect, rows, readings, { stamp: reading.stored.stamp, at })
    await countAuthors(trx, dialect, {
      processId,
      settings: reading.stored.settings,
      hashes: [...authors],
      submissionIds: rows.map(({ id }) => id),
      at,
    })
  }
}
