import type { Kysely } from 'kysely'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { Database } from '../../data/database.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { type LetterSetting, letterFormats } from './compose-letter.ts'
import { letterSettings } from './letter-settings.ts'
import { textsInForce } from './texts-in-force.ts'

/** All that the letters of a démarche share at an instant. */
export async function letterSettingAt(
  db: Kysely<Database>,
  processId: string,
  now: string,
): Promise<LetterSetting> {
  const process = await getProcess(db, processId)
  return {
    process,
    settings: await letterSettings(db, process),
    texts: await textsInForce(db, processId),
    writtenOn: localDayOf(now, process.timeZone),
    formats: letterFormats(process),
  }
}
