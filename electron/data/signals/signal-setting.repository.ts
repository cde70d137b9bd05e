import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import {
  initialSettings,
  type SignalSettings,
  signalSettings,
} from '../../../shared/domain/moderation/signals/signal-settings.ts'
import { processKinds } from '../../../shared/domain/processes/process-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import type { Database } from '../database.ts'
import { expectOneRow } from '../expect-one-row.ts'
import { readJson } from '../json-column.ts'

/** Where and how the deposits of a démarche are read; `stamp` differs whenever anything of it does. */
export interface StoredSetting {
  readonly settings: SignalSettings
  /** 0 while the démarche has never been tuned. */
  readonly version: number
  readonly communeName: string
  readonly inseeCode: string
  readonly polygons: readonly string[]
  readonly stamp: string
}

const polygonSchema = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))

/** Polygons as they stand in the column, given their shape. */
export function readPolygons(polygons: readonly string[]): readonly MultiPolygonCoordinates[] {
  return polygons.map((polygon) => readJson(polygonSchema, polygon))
}

/** Reads the setting of a démarche under the rules number `rules`. Refuses `not-found`. */
export async function readSignalSetting(
  db: Kysely<Database>,
  processId: string,
  rules: number,
): Promise<StoredSetting> {
  const process = await db
    .selectFrom('process')
    .leftJoin('signal_setting', 'signal_setting.process_id', 'process.id')
    .select([
      'process.kind',
      'process.commune_name',
      'process.insee_code',
      'signal_setting.settings',
      'signal_setting.version',
    ])
    .where('process.id', '=', processId)
    .executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })
  const districts = await db
    .selectFrom('district')
    .select('polygon')
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const settings =
    process.settings === null
      ? initialSettings(z.enum(processKinds).parse(process.kind))
      : readJson(signalSettings, process.settings)
  const setting = {
    settings,
    communeName: process.commune_name,
    inseeCode: process.insee_code,
    polygons: districts.flatMap(({ polygon }) => (polygon === null ? [] : [polygon])),
  }
  const hash = createHash('sha256').update(JSON.stringify(setting)).digest('hex').slice(0, 16)
  return { ...setting, version: process.version ?? 0, stamp: `${rules}-${hash}` }
}

/** Writes how a démarche wants its signals, one that is still at `version` (0: none yet). Refuses `changed-meanwhile`. */
export async function putSignalSettings(
  trx: Transaction<Database>,
  processId: string,
  version: number,
  settings: SignalSettings,
): Promise<void> {
  const text = JSON.stringify(settings)
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('signal_setting')
      .values({ process_id: processId, settings: text })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw new AppError('changed-meanwhile')
    return
  }
  expectOneRow(
    await trx
      .updateTable('signal_setting')
      .set({ settings: text, version: version + 1 })
      .where('process_id', '=', processId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}
