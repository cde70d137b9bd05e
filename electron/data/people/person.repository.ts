import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { type Role, roles } from '../../../shared/domain/people/permissions.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { Database } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { readJson } from '../json-column.ts'

const rolesSchema = z.array(z.enum(roles))

/** People of a dossier by name; never their passphrase. */
export async function listPeople(db: Kysely<Database>): Promise<readonly PersonProfile[]> {
  const rows = await db.selectFrom('person').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: readJson(rolesSchema, row.roles),
    department: row.department,
    active: row.active === 1,
    hasPassphrase: row.passphrase !== null,
    version: row.version,
  }))
}

/** One person, or the refusal `not-found`. */
export async function getPerson(db: Kysely<Database>, personId: string): Promise<PersonProfile> {
  const person = (await listPeople(db)).find(({ id }) => id === personId)
  if (person === undefined) throw new AppError('not-found', { object: 'person' })
  return person
}

/** The stored form of a passphrase, null without one. */
export async function storedPassphrase(db: Kysely<Database>, personId: string): Promise<string | null> {
  const row = await db.selectFrom('person').select('passphrase').where('id', '=', personId).executeTakeFirst()
  return row?.passphrase ?? null
}

/** Adds a person. */
export async function insertPerson(
  trx: Transaction<Database>,
  person: { id: string; name: string; roles: readonly Role[]; department: string | null; createdAt: string },
): Promise<void> {
  await trx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      roles: JSON.stringify(person.roles),
      department: person.department,
      active: 1,
      passphrase: null,
      created_at: person.createdAt,
    })
    .execute()
}

/** Writes what is editable of a person still at `version`. Refuses `changed-meanwhile`. */
export async function updatePerson(
  trx: Transaction<Database>,
  person: {
    id: string
    version: number
    name: string
    roles: readonly Role[]
    department: string | null
    active: boolean
  },
): Promise<void> {
  expectOneRow(
    await trx
      .updateTable('person')
      .set({
        name: person.name,
        roles: JSON.stringify(person.roles),
        department: person.department,
        active: person.active ? 1 : 0,
        version: person.version + 1,
      })
      .where('id', '=', person.id)
      .where('version', '=', person.version)
      .executeTakeFirst(),
  )
}

/** Writes the stored form of a passphrase. */
export async function updatePassphrase(
  trx: Transaction<Database>,
  personId: string,
  stored: string | null,
): Promise<void> {
  await trx.updateTable('person').set({ passphrase: stored }).where('id', '=', personId).execute()
}
