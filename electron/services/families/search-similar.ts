import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ComparedText } from '../../../shared/domain/similarity/similarity-index.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import {
  changedTextIds,
  comparisonState,
  markCompared,
  textsAfter,
  textsOf,
} from '../../data/families/comparison.repository.ts'
import {
  deleteAllPairs,
  deletePairsOf,
  insertPairs,
  settledPairs,
} from '../../data/families/similar-pair.repository.ts'
import { chunked } from '../../data/submissions/submission.repository.ts'
import type { DossierCall } from '../call.ts'
import { refreshCopies } from './refresh-copies.ts'
import { type SimilarityThread, startSimilarityThread } from './similarity-thread.ts'

/** Texts read, and pairs written, between two turns of whoever else asks something of the dossier. */
const textsAtATime = 500
const pairsAtATime = 2_000

/** The thread of an open dossier keeps its texts this long after the last search, in milliseconds. */
const keptFor = 10 * 60_000

interface Comparison {
  readonly thread: SimilarityThread
  /** The search after which the thread knows every text; another window's search makes it forget. */
  round: number
  lastRowId: number
  timer: NodeJS.Timeout | undefined
}

const comparisons = new WeakMap<OpenDatabase, Comparison>()
const underWay = new WeakMap<OpenDatabase, Promise<unknown>>()

export interface SearchOutcome {
  /** Texts that came or changed since the last search, and were compared with all. */
  readonly compared: number
  /** Pairs found for them. */
  readonly pairs: number
}

/** Ends the thread of a dossier that is being closed. */
export function stopComparing(database: OpenDatabase): void {
  const comparison = comparisons.get(database)
  clearTimeout(comparison?.timer)
  comparison?.thread.stop()
  comparisons.delete(database)
}

/**
 * Compares what came or changed since the last search with the whole dossier, in a thread of its own; everything with
 * everything the first time, or when `anew` is set. Texts are read, and pairs written, a few at a time: nobody waits.
 * One search at a time: a second one begins when the first has ended. Refuses `cancelled`.
 */
export async function searchSimilar(call: DossierCall, anew: boolean): Promise<SearchOutcome> {
  const { database } = call
  const before = underWay.get(database) ?? Promise.resolve()
  const search = before.catch(() => undefined).then(() => searchNow(call, anew))
  underWay.set(database, search)
  return search
}

async function searchNow(call: DossierCall, anew: boolean): Promise<SearchOutcome> {
  const { database, signal } = call
  const state = await comparisonState(database.reader)
  const whole = anew || state.comparedAt === null
  if (!whole && state.pending === 0) return { compared: 0, pairs: 0 }
  const changedIds = await changedTextIds(database.reader)
  const comparison = comparisonOf(database, state.round)
  const onAbort = (): void => stopComparing(database)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const total = await countTexts(call, comparison.lastRowId)
    const given = await giveTexts(call, comparison, changedIds, state.lastRowId, total)
    const looked = [...new Set([...changedIds, ...given.newIds])]
    const pairs = await comparison.thread.compare(whole ? null : looked, (done) =>
      call.progress('compare', Math.round(done * 1_000), 1_000),
    )
    if (signal.aborted) throw new AppError('cancelled')
    const at = call.ports.clock.now()
    await database.db.transaction().execute(async (trx) => {
      if (whole) await deleteAllPairs(trx)
      else await deletePairsOf(trx, looked)
    })
    const isSettled = await settledPairs(database.reader)
    const copied = new Set(looked)
    for (let from = 0; from < pairs; from += pairsAtATime) {
      call.progress('keep', from, pairs)
      const some = await comparison.thread.tell(from, pairsAtATime)
      for (const { a, b, kind } of some) if (kind === 'near-duplicate') copied.add(a).add(b)
      await database.db
        .transaction()
        .execute((trx) => insertPairs(trx, database.dialect, some, at, isSettled))
      await nextTurn()
      if (signal.aborted) throw new AppError('cancelled')
    }
    await raiseCopies(call, [...copied], at)
    await database.db
      .transaction()
      .execute((trx) => markCompared(trx, { lastRowId: comparison.lastRowId, changed: given.changed, at }))
    comparison.round = state.round + 1
    call.announce(pairs > 0 || whole ? ['families', 'submissions'] : ['families'])
    return { compared: whole ? total : looked.length, pairs }
  } catch (error) {
    // What was half told or half written is begun anew by the next search.
    stopComparing(database)
    throw signal.aborted ? new AppError('cancelled') : error
  } finally {
    signal.removeEventListener('abort', onAbort)
    keepForAWhile(database)
  }
}

/** Raises the signal "copy of another text" on these, or takes it away, a few at a time. */
async function raiseCopies(
  { database, signal }: DossierCall,
  ids: readonly string[],
  at: string,
): Promise<void> {
  for (const chunk of chunked(ids, textsAtATime)) {
    await database.db.transaction().execute((trx) => refreshCopies({ trx, at }, database.dialect, chunk))
    await nextTurn()
    if (signal.aborted) throw new AppError('cancelled')
  }
}

/** The thread that knows the dossier's texts, or a new one that knows none. */
function comparisonOf(database: OpenDatabase, round: number): Comparison {
  const known = comparisons.get(database)
  if (known !== undefined && !known.thread.ended && known.round === round) {
    clearTimeout(known.timer)
    return known
  }
  stopComparing(database)
  const comparison: Comparison = {
    thread: startSimilarityThread(),
    round,
    lastRowId: 0,
    timer: undefined,
  }
  comparisons.set(database, comparison)
  return comparison
}

function keepForAWhile(database: OpenDatabase): void {
  const comparison = comparisons.get(database)
  if (comparison === undefined) return
  comparison.timer = setTimeout(() => stopComparing(database), keptFor)
  comparison.timer.unref()
}

async function countTexts({ database }: DossierCall, afterRowId: number): Promise<number> {
  const { count } = await database.reader
    .selectFrom('submission')
    .where('row_id', '>', afterRowId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Gives the thread what it does not know yet: texts that changed, and those behind the last row that it was given.
 * Answers the ids of the texts behind `comparedRowId`, which no search has looked at, and of the changed ones the
 * versions that were given.
 */
async function giveTexts(
  call: DossierCall,
  comparison: Comparison,
  changedIds: readonly string[],
  comparedRowId: number,
  total: number,
): Promise<{ readonly newIds: readonly string[]; readonly changed: ReadonlyMap<string, number> }> {
  const { database, signal } = call
  const awaited = new Set(changedIds)
  const changed = new Map<string, number>()
  const themed = await processesWithThemes(database)
  const placed = (texts: readonly ComparedText[]): readonly ComparedText[] =>
    texts.map((text) => ({
      ...text,
      // Where a démarche sorts by no theme, its places are compared all the same.
      theme: themed.has(text.processId) ? text.theme : '',
    }))
  if (comparison.lastRowId > 0 && changedIds.length > 0) {
    const texts = await textsOf(database.reader, changedIds)
    for (const { id, version } of texts) changed.set(id, version)
    await comparison.thread.put(
      placed(texts),
      changedIds.filter((id) => !changed.has(id)),
    )
  }
  const newIds: string[] = []
  for (let given = 0; ; ) {
    if (signal.aborted) throw new AppError('cancelled')
    const texts = await textsAfter(database.reader, comparison.lastRowId, textsAtATime)
    const last = texts.at(-1)
    if (last === undefined) return { newIds, changed }
    await comparison.thread.put(placed(texts), [])
    comparison.lastRowId = last.rowId
    for (const { id, rowId, version } of texts) {
      if (rowId > comparedRowId) newIds.push(id)
      if (awaited.has(id)) changed.set(id, version)
    }
    given += texts.length
    call.progress('read', given, total)
    await nextTurn()
  }
}

async function processesWithThemes(database: OpenDatabase): Promise<ReadonlySet<string>> {
  const rows = await database.reader.selectFrom('theme').select('process_id').distinct().execute()
  return new Set(rows.map((row) => row.process_id))
}
