import type { Kysely, Transaction } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { LetterSettings } from '../../../shared/read-models/letter.ts'
import type { Database } from '../database.ts'

/** How a démarche writes, if it was ever said. */
export async function findLetterSettings(
  db: Kysely<Database>,
  processId: string,
): Promise<LetterSettings | undefined> {
  const row = await db
    .selectFrom('letter_setting')
    .selectAll()
    .where('process_id', '=', processId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        service: row.service,
        sender: row.sender,
        place: row.place,
        signature: row.signature,
        replyDays: row.reply_days,
        appealNotice: row.appeal_notice === 1,
        appeal: row.appeal,
        electoralRestraint: row.electoral_restraint === 1,
        version: row.version,
      }
}

/** Writes it at a version; 0 stands for "never said yet". Refuses `changed-meanwhile`. */
export async function saveLetterSettings(
  trx: Transaction<Database>,
  processId: string,
  { version, ...settings }: LetterSettings,
): Promise<void> {
  const present = await findLetterSettings(trx, processId)
  if ((present?.version ?? 0) !== version) throw new AppError('changed-meanwhile')
  const columns = {
    service: settings.service,
    sender: settings.sender,
    place: settings.place,
    signature: settings.signature,
    reply_days: settings.replyDays,
    appeal_notice: settings.appealNotice ? 1 : 0,
    appeal: settings.appeal,
    electoral_restraint: settings.electoralRestraint ? 1 : 0,
    version: version + 1,
  }
  if (present === undefined)
    await trx
      .insertInto('letter_setting')
      .values({ process_id: processId, ...columns })
      .execute()
  else await trx.updateTable('letter_setting').set(columns).where('process_id', '=', processId).execute()
}
