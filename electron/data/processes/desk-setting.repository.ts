import type { Kysely, Transaction } from 'kysely'
import type { DeskSettings } from '../../../shared/read-models/desk.ts'
import type { Database } from '../database.ts'

/** Domain reference §2.1: 10 to 15 days to complete a proposal. */
const usualCompletionDays = 15

/** How the desk of a démarche works; the usual way until somebody says otherwise. */
export async function deskSettings(db: Kysely<Database>, processId: string): Promise<DeskSettings> {
  const row = await db
    .selectFrom('desk_setting')
    .select('completion_days')
    .where('process_id', '=', processId)
    .executeTakeFirst()
  return { completionDays: row?.completion_days ?? usualCompletionDays }
}

/** Keeps how the desk of a démarche works. */
export async function putDeskSettings(
  trx: Transaction<Database>,
  processId: string,
  { completionDays }: DeskSettings,
): Promise<void> {
  await trx
    .insertInto('desk_setting')
    .values({ process_id: processId, completion_days: completionDays })
    .onConflict((conflict) => conflict.column('process_id').doUpdateSet({ completion_days: completionDays }))
    .execute()
}
