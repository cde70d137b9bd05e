import { setImmediate as nextTurn } from 'node:timers/promises'
import { signalRules } from '../../../shared/domain/moderation/signals/index.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ReadDeposit } from '../../data/signals/signal.repository.ts'
import {
  countUnchecked,
  stillAt,
  type UncheckedDeposit,
  uncheckedAfter,
} from '../../data/signals/signal-check.repository.ts'
import { readSignalSetting } from '../../data/signals/signal-setting.repository.ts'
import type { DossierCall } from '../call.ts'
import { countAuthors } from './count-authors.ts'
import { prepareReading, readDeposit } from './read-deposits.ts'
import { keepReadings } from './refresh-signals.ts'

/** Deposits written in one transaction: few enough for nobody to wait for it. */
const atATime = 200
/** Milliseconds of reading after which others have their turn. */
const turn = 12

/** How many deposits of a démarche wait to be read. */
export async function pendingDeposits(call: DossierCall, processId: string): Promise<number> {
  const { stamp } = await readSignalSetting(call.database.reader, processId, signalRules)
  return countUnchecked(call.database.reader, processId, stamp)
}

/**
 * Reads all deposits of a démarche that were not read by the rules of today. Texts are read between the calls of
 * others and written a few at a time; what changes meanwhile waits for the next time. Answers how many were read.
 */
export async function catchUp(call: DossierCall, processId: string): Promise<number> {
  const { database, signal, ports } = call
  const reading = await prepareReading(database.reader, processId)
  const total = await countUnchecked(database.reader, processId, reading.stored.stamp)
  const authors = new Set<string>()
  const ids: string[] = []
  let read = 0
  for (let rowId = 0; ; ) {
    const rows = await uncheckedAfter(database.reader, {
      processId,
      stamp: reading.stored.stamp,
      rowId,
      limit: atATime,
    })
    const last = rows.at(-1)
    if (last === undefined) break
    rowId = last.row_id
    const readings = await readAll(rows, (row) => ({
      submissionId: row.id,
      raised: readDeposit(row, reading),
    }))
    const at = ports.clock.now()
    await database.db.transaction().execute(async (trx) => {
      const same = await stillAt(trx, rows)
      if (same.length === 0) return
      const kept = new Set(same.map(({ id }) => id))
      const keeping = readings.filter(({ submissionId }) => kept.has(submissionId))
      for (const hash of await keepReadings(trx, database.dialect, same, keeping, {
        stamp: reading.stored.stamp,
        at,
      }))
        authors.add(hash)
      for (const id of kept) ids.push(id)
    })
    read += rows.length
    call.progress('signals', read, Math.max(total, read))
    if (signal.aborted) break
    await nextTurn()
  }
  await countAll(call, { processId, hashes: [...authors], ids })
  if (read > 0) call.announce(['signals', 'submissions'])
  if (signal.aborted) throw new AppError('cancelled')
  return read
}

async function readAll(
  rows: readonly UncheckedDeposit[],
  readOne: (row: UncheckedDeposit) => ReadDeposit,
): Promise<readonly ReadDeposit[]> {
  const readings: ReadDeposit[] = []
  let began = performance.now()
  for (const row of rows) {
    readings.push(readOne(row))
    if (performance.now() - began < turn) continue
    await nextTurn()
    began = performance.now()
  }
  return readings
}

/** Counts the deposits of the authors that were met, once all are known. */
async function countAll(
  { database, ports }: DossierCall,
  met: { readonly processId: string; readonly hashes: readonly string[]; readonly ids: readonly string[] },
): Promise<void> {
  const { settings } = await readSignalSetting(database.reader, met.processId, signalRules)
  const step = 500
  for (let start = 0; start < Math.max(met.hashes.length, met.ids.length); start += step) {
    const counted = {
      processId: met.processId,
      settings,
      hashes: met.hashes.slice(start, start + step),
      submissionIds: met.ids.slice(start, start + step),
      at: ports.clock.now(),
    }
    await database.db.transaction().execute((trx) => countAuthors(trx, database.dialect, counted))
    await nextTurn()
  }
}
