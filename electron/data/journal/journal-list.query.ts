import type { Kysely, Selectable } from 'kysely'
import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { JournalEntry, JournalPage } from '../../../shared/read-models/journal.ts'
import type { Database, JournalEntryTable } from '../database.ts'
import { anythingMasked } from '../redactions/redaction.repository.ts'
import { maskEntries } from './mask-entries.ts'

export interface JournalFilter {
  readonly processId?: string | undefined
  readonly personId?: string | undefined
  readonly action?: string | undefined
  readonly objectId?: string | undefined
  readonly search?: string | undefined
  readonly fromOn?: string | undefined
  readonly untilOn?: string | undefined
}

const timeZone = 'Europe/Paris'

function filtered(db: Kysely<Database>, filter: JournalFilter) {
  let query = db.selectFrom('journal_entry')
  if (filter.processId !== undefined) query = query.where('process_id', '=', filter.processId)
  if (filter.personId !== undefined) query = query.where('person_id', '=', filter.personId)
  if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.objectId !== undefined) query = query.where('object_id', '=', filter.objectId)
  if (filter.fromOn !== undefined) query = query.where('at', '>=', startOfLocalDay(filter.fromOn, timeZone))
  if (filter.untilOn !== undefined)
    query = query.where('at', '<', startOfLocalDay(filter.untilOn, timeZone, 1))
  for (const word of (filter.search ?? '').split(/\s+/u).filter((part) => part !== '')) {
    const pattern = `%${word.toLowerCase().replace(/[%_]/g, '')}%`
    query = query.where((eb) =>
      eb.or([
        eb(eb.fn<string>('lower', ['object_label']), 'like', pattern),
        eb(eb.fn<string>('lower', ['reason']), 'like', pattern),
        eb(eb.fn<string>('lower', ['person_name']), 'like', pattern),
      ]),
    )
  }
  return query
}

/** The shape that pages show. */
export function toJournalEntry(row: Selectable<JournalEntryTable>): JournalEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    personId: row.person_id,
    personName: row.person_name,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    objectLabel: row.object_label,
    processId: row.process_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    undoesSequence: row.undoes_sequence,
    undoneBySequence: row.undone_by_sequence,
  }
}

/** Entries that a search finds only by words that have been masked since: nobody may learn that they are there. */
async function foundByMaskedWords(db: Kysely<Database>, filter: JournalFilter): Promise<readonly number[]> {
  const words = (filter.search ?? '').toLowerCase().split(/\s+/u)
  if (words.join('') === '' || !(await anythingMasked(db))) return []
  const redacted = db.selectFrom('redaction').where('lifted_at', 'is', null)
  const rows = await filtered(db, filter)
    .where((eb) =>
      eb.or([
        eb('object_id', 'in', redacted.select('submission_id')),
        eb(
          'object_id',
          'in',
          db
            .selectFrom('project_submission')
            .where('submission_id', 'in', redacted.select('submission_id'))
            .select('project_id'),
        ),
        eb(
          'object_id',
          'in',
          db.selectFrom('study').where('submission_id', 'in', redacted.select('submission_id')).select('id'),
        ),
      ]),
    )
    .selectAll()
    .execute()
  return (await maskEntries(db, rows.map(toJournalEntry)))
    .filter(({ objectLabel, reason, personName }) => {
      const texts = [objectLabel, reason, personName].map((text) => text.toLowerCase())
      return words.some((word) => !texts.some((text) => text.includes(word.replace(/[%_]/g, ''))))
    })
    .map(({ sequence }) => sequence)
}

/** A page of the journal, the newest first. */
export async function listJournal(
  db: Kysely<Database>,
  filter: JournalFilter,
  offset: number,
  limit: number,
): Promise<JournalPage> {
  const hidden = await foundByMaskedWords(db, filter)
  const shown = () => {
    const query = filtered(db, filter)
    return hidden.length === 0 ? query : query.where('sequence', 'not in', hidden)
  }
  const { total } = await shown()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await shown().selectAll().orderBy('sequence', 'desc').offset(offset).limit(limit).execute()
  return { entries: await maskEntries(db, rows.map(toJournalEntry)), total }
}

/** The newest act of a person that has one of these actions, is no undo and was not undone: all its entries. */
export async function lastUndoableAct(
  db: Kysely<Database>,
  personId: string,
  actions: readonly string[],
): Promise<readonly JournalEntryTable[]> {
  const last = await db
    .selectFrom('journal_entry')
    .select('act_id')
    .where('person_id', '=', personId)
    .where('action', 'in', [...actions])
    .where('undone_by_sequence', 'is', null)
    .where('undoes_sequence', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return []
  return db
    .selectFrom('journal_entry')
    .selectAll()
    .where('act_id', '=', last.act_id)
    .orderBy('sequence')
    .execute()
}

/** Those of these submissions that somebody put in their place by hand: an import leaves it there. */
export async function classifiedByStaff(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return touchedByStaff(db, submissionIds, [
    'submission.classify',
    'submission.classify-many',
    'submission.keep-district',
  ])
}

/** Those of these submissions whose contact somebody wrote down: an import leaves it as it is. */
export async function contactedByStaff(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return touchedByStaff(db, submissionIds, ['submission.save-contact'])
}

async function touchedByStaff(
  db: Kysely<Database>,
  submissionIds: readonly string[],
  actions: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let start = 0; start < submissionIds.length; start += 5_000) {
    const rows = await db
      .selectFrom('journal_entry')
      .select('object_id')
      .where('object_id', 'in', submissionIds.slice(start, start + 5_000))
      .where('action', 'in', [...actions])
      .where('undone_by_sequence', 'is', null)
      .execute()
    for (const row of rows) if (row.object_id !== null) found.add(row.object_id)
  }
  return found
}
