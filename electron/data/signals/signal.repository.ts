import type { Kysely, Selectable, Transaction } from 'kysely'
import type { RaisedSignal } from '../../../shared/domain/moderation/signals/signal.ts'
import {
  ownSignalIds,
  readSignalId,
  type SignalId,
  signalIds,
} from '../../../shared/domain/moderation/signals/signal-id.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { SignalRecord } from '../../../shared/read-models/signal.ts'
import type { Database, SubmissionSignalTable } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { readJson, stringList } from '../json-column.ts'
import { chunked } from '../submissions/submission.repository.ts'

export type SignalRow = Selectable<SubmissionSignalTable>

/** A signal as pages show it; one of a newer version of Parvis is none. */
function toRecord(row: SignalRow): readonly SignalRecord[] {
  const id = readSignalId(row.signal_id)
  if (id === undefined) return []
  const { dismissed_at: at, dismissed_by_name: byName, dismissed_reason: reason } = row
  return [
    {
      id,
      words: readJson(stringList, row.words),
      raisedAt: row.raised_at,
      dismissed: at === null ? null : { at, byName: byName ?? '', reason: reason ?? '' },
    },
  ]
}

/** The signals of a deposit, dismissed ones too. */
export async function signalsOf(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly SignalRecord[]> {
  const rows = await db
    .selectFrom('submission_signal')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .execute()
  return rows.flatMap(toRecord)
}

/** Names of the signals that stand, by deposit: what the lines of a list show. */
export async function standingSignals(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SignalId[]>> {
  if (submissionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('submission_signal')
    .select(['submission_id', 'signal_id'])
    .where('submission_id', 'in', [...submissionIds])
    .where('dismissed_at', 'is', null)
    .execute()
  const found = new Map<string, SignalId[]>()
  for (const { submission_id, signal_id } of rows) {
    const id = readSignalId(signal_id)
    if (id !== undefined) found.set(submission_id, [...(found.get(submission_id) ?? []), id])
  }
  for (const ids of found.values())
    ids.sort((left, right) => signalIds.indexOf(left) - signalIds.indexOf(right))
  return found
}

/** One signal of a deposit, or the refusal `not-found`. */
export async function getSignal(
  db: Kysely<Database>,
  submissionId: string,
  signalId: string,
): Promise<SignalRow> {
  const row = await db
    .selectFrom('submission_signal')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('signal_id', '=', signalId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { object: 'signal' })
  return row
}

/** How a signal was dismissed; null: it stands. */
export interface Dismissal {
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly reason: string
}

/** Dismisses a signal, or has it stand again. */
export async function markDismissed(
  trx: Transaction<Database>,
  rowId: string,
  dismissal: Dismissal | null,
): Promise<void> {
  await trx
    .updateTable('submission_signal')
    .set({
      dismissed_at: dismissal?.at ?? null,
      dismissed_by: dismissal?.by ?? null,
      dismissed_by_name: dismissal?.byName ?? null,
      dismissed_reason: dismissal?.reason ?? null,
    })
    .where('id', '=', rowId)
    .execute()
}

/** What was worked out for one deposit. */
export interface ReadDeposit {
  readonly submissionId: string
  readonly raised: readonly RaisedSignal[]
}

/**
 * Brings the signals `kinds` of deposits to what was worked out, writing only what differs. A dismissed signal stays
 * dismissed as long as its words do.
 */
export async function replaceSignals(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  deposits: readonly ReadDeposit[],
  kinds: readonly SignalId[],
  write: { readonly at: string; newId(): string },
): Promise<void> {
  for (const chunk of chunked(deposits, 500)) {
    const existing = await trx
      .selectFrom('submission_signal')
      .select(['id', 'submission_id', 'signal_id', 'words'])
      .where(
        'submission_id',
        'in',
        chunk.map(({ submissionId }) => submissionId),
      )
      .where('signal_id', 'in', [...kinds])
      .execute()
    const known = new Map(existing.map((row) => [`${row.submission_id} ${row.signal_id}`, row]))
    const created: Record<string, unknown>[] = []
    for (const { submissionId, raised } of chunk) {
      for (const { id, words } of raised) {
        const key = `${submissionId} ${id}`
        const row = known.get(key)
        known.delete(key)
        const text = JSON.stringify(words)
        if (row === undefined) {
          created.push({
            id: write.newId(),
            submission_id: submissionId,
            signal_id: id,
            words: text,
            raised_at: write.at,
            dismissed_at: null,
            dismissed_by: null,
            dismissed_by_name: null,
            dismissed_reason: null,
          })
        } else if (row.words !== text) {
          await trx
            .updateTable('submission_signal')
            .set({
              words: text,
              raised_at: write.at,
              dismissed_at: null,
              dismissed_by: null,
              dismissed_by_name: null,
              dismissed_reason: null,
            })
            .where('id', '=', row.id)
            .execute()
        }
      }
    }
    const gone = [...known.values()].map(({ id }) => id)
    if (gone.length > 0) await trx.deleteFrom('submission_signal').where('id', 'in', gone).execute()
    if (created.length > 0) await dialect.insertRows(trx, 'submission_signal', created)
  }
}

/** The same for what a text raises by itself. */
export const replaceOwnSignals = (
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  deposits: readonly ReadDeposit[],
  write: { readonly at: string; newId(): string },
): Promise<void> => replaceSignals(trx, dialect, deposits, ownSignalIds, write)

/**
 * Raises the signal "copy of another text" where `words` says what each deposit copies (the references of the others),
 * and clears it where the list is empty. For whoever compares the texts; other deposits keep theirs.
 */
export async function replaceCopySignals(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  copies: ReadonlyMap<string, readonly string[]>,
  write: { readonly at: string; newId(): string },
): Promise<void> {
  const deposits = [...copies].map(([submissionId, words]) => ({
    submissionId,
    raised: words.length === 0 ? [] : [{ id: 'copy' as const, words }],
  }))
  await replaceSignals(trx, dialect, deposits, ['copy'], write)
}
