import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../electron/data/database.ts'
import {
  type RedactableTable,
  redactableTables,
} from '../../../electron/data/redactions/redactable-tables.ts'
import { newId } from '../../../electron/services/new-id.ts'
import { secrets } from './secrets.ts'

const plain = `Demander ${secrets.join(', ')}, ou ZÉPHYRINE et zephyrine.`
/** The same in rich text, a word cut by emphasis and one in an address. */
const rich = `<p>Demander Zéphy<em>ri</em>ne, ${secrets.slice(1, 4).join(', ')}, 06 98 <strong>76</strong> 54 32. <a href="https://exemple.fr/Wojciechowski">Voir</a></p>`

/** A text of a column with the secrets added, by the way in which it holds its words. */
function withSecrets(format: RedactableTable['columns'][string], kind: string, text: string): string {
  switch (format) {
    case 'plain':
      return `${text} ${plain}`.trim()
    case 'rich':
      return `${text}${rich}`
    case 'record':
      return JSON.stringify({ ...JSON.parse(text === '' ? '{}' : text), 'Votre contact': plain })
    case 'remarks':
      return kind === 'study'
        ? JSON.stringify({ land: { answer: 'reserved', note: plain } })
        : JSON.stringify({ R1: { answer: 'yes', comment: plain } })
  }
}

/**
 * Writes the secrets into every text of a submission that masking must reach, and answers the kinds of objects in
 * which there was a text to write into.
 */
export async function plantSecrets(db: Kysely<Database>, submissionId: string): Promise<ReadonlySet<string>> {
  const planted = new Set<string>()
  for (const { kind, table, columns, ids } of redactableTables) {
    const names = Object.keys(columns)
    const { rows } = await sql<Record<string, string | null>>`
      select id, ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)} where id in (${ids(submissionId)})`.execute(
      db,
    )
    for (const row of rows) {
      planted.add(kind)
      const values = names.map((name) => {
        const format = columns[name] ?? 'plain'
        return sql`${sql.ref(name)} = ${withSecrets(format, kind, row[name] ?? '')}`
      })
      await sql`update ${sql.table(table)} set ${sql.join(values)} where id = ${row.id}`.execute(db)
    }
  }
  return planted
}

/**
 * What only a proposal that still waits can have: it was set aside, a second officer was asked, it was found to be like
 * another one, judged to be two, and its proposer was asked to agree. Answers the other one.
 */
export async function plantWaiting(
  db: Kysely<Database>,
  processId: string,
  submissionId: string,
): Promise<string> {
  const at = '2019-03-01T09:00:00.000Z'
  const { id: personId, name } = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .limit(1)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('set_aside')
    .values({
      id: newId(),
      submission_id: submissionId,
      until_on: '2019-04-01',
      note: '',
      set_by: personId,
      set_by_name: name,
      set_at: at,
    })
    .execute()
  await db
    .insertInto('proposed_decision')
    .values({
      id: newId(),
      process_id: processId,
      submission_id: submissionId,
      verdict: 'inadmissible',
      from_stage: 'submitted',
      reasons: '["imprecise"]',
      rationale: '',
      redirected_to: null,
      reply_by_on: null,
      proposed_by: personId,
      proposed_by_name: name,
      proposed_at: at,
      state: 'waiting',
      opinion: null,
      second_by: null,
      second_by_name: null,
      second_at: null,
      motive: '',
      settled_by: null,
      settled_by_name: null,
      settled_at: null,
      settlement_reason: '',
    })
    .execute()
  const { id: otherId } = await db
    .selectFrom('submission')
    .select('id')
    .where('id', '!=', submissionId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow()
  const [a_id, b_id] = [submissionId, otherId].sort()
  const pair = { a_id: a_id ?? '', b_id: b_id ?? '' }
  await db
    .insertInto('similar_pair')
    .values({ ...pair, kind: 'duplicate', score: 0.9, distance: null, found_at: at })
    .execute()
  await db
    .insertInto('not_duplicate')
    .values({ id: newId(), ...pair, reason: '', decided_by_name: name, decided_at: at })
    .execute()
  await db
    .insertInto('family_agreement')
    .values({
      id: newId(),
      submission_id: submissionId,
      lead_id: otherId,
      state: 'asked',
      asked_on: null,
      answered_on: null,
      means: null,
      note: '',
      recorded_by_name: name,
      recorded_at: at,
    })
    .execute()
  return otherId
}

/** A signal that was dismissed; acts on the proposal read it again, so it is put there last. */
export async function plantSignal(db: Kysely<Database>, submissionId: string): Promise<void> {
  const at = '2019-03-01T09:00:00.000Z'
  await db
    .insertInto('submission_signal')
    .values({
      id: newId(),
      submission_id: submissionId,
      signal_id: 'minor',
      words: '[]',
      raised_at: at,
      dismissed_at: at,
      dismissed_by: null,
      dismissed_by_name: 'Camille',
      dismissed_reason: '',
    })
    .execute()
}
