import type { Kysely } from 'kysely'
import { z } from 'zod'
import { raisedSignals, signalRules } from '../../../shared/domain/moderation/signals/index.ts'
import type { RaisedSignal, SignalSubject } from '../../../shared/domain/moderation/signals/signal.ts'
import type { RequirablePart } from '../../../shared/domain/moderation/signals/signal-settings.ts'
import type { MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import type { Database } from '../../data/database.ts'
import { readJson } from '../../data/json-column.ts'
import type { UncheckedDeposit } from '../../data/signals/signal-check.repository.ts'
import {
  readPolygons,
  readSignalSetting,
  type StoredSetting,
} from '../../data/signals/signal-setting.repository.ts'
import { type LanguageOf, languageDetector } from './detect-language.ts'

const extraSchema = z.record(z.string(), z.string())

/** What reading the deposits of a démarche needs. */
export interface Reading {
  readonly stored: StoredSetting
  readonly territory: readonly MultiPolygonCoordinates[]
  readonly languageOf: LanguageOf
}

/** Gets ready to read the deposits of a démarche. */
export async function prepareReading(db: Kysely<Database>, processId: string): Promise<Reading> {
  const stored = await readSignalSetting(db, processId, signalRules)
  return {
    stored,
    territory: readPolygons(stored.polygons),
    languageOf: await languageDetector(),
  }
}

function absentParts(row: UncheckedDeposit): readonly RequirablePart[] {
  const isEmpty = (text: string | null): boolean => text === null || text.trim() === ''
  const absent: Readonly<Record<RequirablePart, boolean>> = {
    place: isEmpty(row.address) && row.latitude === null && row.district_id === null,
    theme: row.theme_id === null,
    district: row.district_id === null,
    contact: isEmpty(row.author_email) && isEmpty(row.author_phone) && isEmpty(row.author_address),
    cost: row.declared_cost_cents === null,
  }
  return (Object.keys(absent) as readonly RequirablePart[]).filter((part) => absent[part])
}

/** Reads one deposit: the signals that it raises by itself. */
export function readDeposit(row: UncheckedDeposit, reading: Reading): readonly RaisedSignal[] {
  const { stored, territory, languageOf } = reading
  const subject: SignalSubject = {
    title: row.title,
    bodyText: row.body_text,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    extra: readJson(extraSchema, row.extra),
    territory,
    commune: { name: stored.communeName, inseeCode: stored.inseeCode },
    absentParts: absentParts(row),
    // Compared with the rest of the dossier, apart from this.
    earlierByAuthor: [],
    nearlySame: [],
    language: stored.settings.off.includes('other-language')
      ? null
      : languageOf(`${row.title}\n${row.body_text}`),
    settings: stored.settings,
  }
  return raisedSignals(subject)
}
