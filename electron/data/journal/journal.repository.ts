import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { JournalVerification } from '../../../shared/read-models/journal.ts'
import type { Database, JournalEntryTable } from '../database.ts'

/** One change as a service tells it. `before` and `after` hold only what changed; `undefined` when there was or is nothing. */
export interface JournalDraft {
  /** `<object>.<verb>`, stable: `submission.decide`, `study.save-costs`… Undo looks its undoer up by this name. */
  readonly action: string
  readonly objectKind: string
  readonly objectId?: string | undefined
  /** How people call it: a reference and a title. */
  readonly objectLabel?: string | undefined
  readonly processId?: string | undefined
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | undefined
  readonly undoesSequence?: number | undefined
}

export interface JournalAct {
  readonly at: string
  readonly actId: string
  readonly personId: string | null
  readonly personName: string
}

/** Hash that the first entry follows. */
const origin = '0'.repeat(64)

type Hashed = Omit<JournalEntryTable, 'hash' | 'undone_by_sequence'>

/** The chain covers every column but the mark of a later undo, which is itself proved by the undoing entry. */
function hashOf(entry: Hashed): string {
  const fields = [
    entry.previous_hash,
    entry.sequence,
    entry.at,
    entry.person_id,
    entry.person_name,
    entry.action,
    entry.object_kind,
    entry.object_id,
    entry.object_label,
    entry.process_id,
    entry.before,
    entry.after,
    entry.reason,
    entry.act_id,
    entry.undoes_sequence,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}

/** Appends entries to the chain. Inside the transaction of the change they tell of. */
export async function appendJournal(
  trx: Transaction<Database>,
  act: JournalAct,
  drafts: readonly JournalDraft[],
): Promise<readonly JournalEntryTable[]> {
  const last = await trx
    .selectFrom('journal_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  let sequence = last?.sequence ?? 0
  let previousHash = last?.hash ?? origin
  const entries = drafts.map((draft) => {
    const entry: Hashed = {
      sequence: ++sequence,
      at: act.at,
      person_id: act.personId,
      person_name: act.personName,
      action: draft.action,
      object_kind: draft.objectKind,
      object_id: draft.objectId ?? null,
      object_label: draft.objectLabel ?? '',
      process_id: draft.processId ?? null,
      before: textOf(draft.before),
      after: textOf(draft.after),
      reason: draft.reason ?? '',
      act_id: act.actId,
      undoes_sequence: draft.undoesSequence ?? null,
      previous_hash: previousHash,
    }
    previousHash = hashOf(entry)
    return { ...entry, undone_by_sequence: null, hash: previousHash }
  })
  for (let start = 0; start < entries.length; start += 500) {
    await trx
      .insertInto('journal_entry')
      .values(entries.slice(start, start + 500))
      .execute()
  }
  return entries
}

/** Marks the entries of an act as taken back by a later one. */
export async function markUndone(
  trx: Transaction<Database>,
  actId: string,
  bySequence: number,
): Promise<void> {
  await trx
    .updateTable('journal_entry')
    .set({ undone_by_sequence: bySequence })
    .where('act_id', '=', actId)
    .execute()
}

/** Walks the whole chain. An edited, missing or added entry shows at its sequence. */
export async function verifyJournal(db: Kysely<Database>): Promise<JournalVerification> {
  let previousHash = origin
  let expected = 1
  for (;;) {
    const batch = await db
      .selectFrom('journal_entry')
      .selectAll()
      .where('sequence', '>=', expected)
      .orderBy('sequence')
      .limit(2_000)
      .execute()
    for (const entry of batch) {
      if (
        entry.sequence !== expected ||
        entry.previous_hash !== previousHash ||
        hashOf(entry) !== entry.hash
      ) {
        return { sound: false, entries: expected - 1, brokenAtSequence: expected }
      }
      previousHash = entry.hash
      expected++
    }
    if (batch.length < 2_000) return { sound: true, entries: expected - 1, brokenAtSequence: null }
  }
}

/** The sequence that the next entry will get. */
export async function nextSequence(trx: Transaction<Database>): Promise<number> {
  const last = await trx
    .selectFrom('journal_entry')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.sequence ?? 0) + 1
}
