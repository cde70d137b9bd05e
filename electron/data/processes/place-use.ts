import type { Transaction } from 'kysely'
import type { Database } from '../database.ts'

/** Whether a proposal or a project stands under a theme or in a district: it cannot be taken away then. */
export async function isPlaceUsed(
  trx: Transaction<Database>,
  column: 'theme_id' | 'district_id',
  id: string,
): Promise<boolean> {
  for (const table of ['submission', 'project'] as const) {
    const used = await trx.selectFrom(table).select('id').where(column, '=', id).limit(1).executeTakeFirst()
    if (used !== undefined) return true
  }
  return false
}
