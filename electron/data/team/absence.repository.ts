import type { Kysely, Transaction } from 'kysely'
import type { Absence } from '../../../shared/read-models/team.ts'
import type { Database } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'

/** Absences by their first day; those that ended before `sinceOn` are left out when it is given. */
export async function listAbsences(db: Kysely<Database>, sinceOn?: string): Promise<readonly Absence[]> {
  let query = db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.person_id')
    .leftJoin('person as stand_in', 'stand_in.id', 'absence.stand_in_id')
    .select([
      'absence.id',
      'absence.person_id',
      'person.name',
      'absence.from_on',
      'absence.until_on',
      'absence.stand_in_id',
      'stand_in.name as stand_in_name',
      'absence.version',
    ])
  if (sinceOn !== undefined) query = query.where('absence.until_on', '>=', sinceOn)
  const rows = await query.orderBy('absence.from_on').orderBy('absence.id').execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    standInId: row.stand_in_id,
    standInName: row.stand_in_name,
    version: row.version,
  }))
}

export interface AbsenceRecord {
  readonly id: string
  readonly personId: string
  readonly fromOn: string
  readonly untilOn: string
  readonly standInId: string | null
}

/** Writes a new absence, as it is. */
export async function insertAbsence(trx: Transaction<Database>, absence: AbsenceRecord): Promise<void> {
  await trx
    .insertInto('absence')
    .values({
      id: absence.id,
      person_id: absence.personId,
      from_on: absence.fromOn,
      until_on: absence.untilOn,
      stand_in_id: absence.standInId,
    })
    .execute()
}

/** Changes an absence that is still at `version`. Refuses `changed-meanwhile`. */
export async function updateAbsence(
  trx: Transaction<Database>,
  absence: Omit<AbsenceRecord, 'personId'>,
  version: number,
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('absence')
      .set({
        from_on: absence.fromOn,
        until_on: absence.untilOn,
        stand_in_id: absence.standInId,
        version: version + 1,
      })
      .where('id', '=', absence.id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Takes an absence away. */
export async function deleteAbsence(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('absence').where('id', '=', id).execute()
}
