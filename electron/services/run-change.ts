import { AppError } from '../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../shared/read-models/dossier.ts'
import type { OpenDatabase } from '../data/dialects/dialect.ts'
import { appendJournal, type JournalDraft } from '../data/journal/journal.repository.ts'
import type { Ports } from '../ports.ts'
import type { Change } from './call.ts'
import { newId } from './new-id.ts'
import { maskWhatWasWritten } from './redactions/mask-what-was-written.ts'
import { refreshSignals } from './signals/refresh-signals.ts'

export interface ChangeSetting {
  readonly database: OpenDatabase
  readonly ports: Pick<Ports, 'clock'>
  readonly person: PersonProfile | null
  readonly signal?: AbortSignal
}

/**
 * Runs one act: a transaction that ends with its journal entries. Nothing is written when `work` throws or the
 * call was cancelled before the end. `announce` runs once the act is durable, and only if it changed something.
 */
export async function runChange<T>(
  setting: ChangeSetting,
  work: (change: Change) => Promise<T>,
  announce: () => void = () => {},
): Promise<T> {
  const { person, database } = setting
  if (person === null) throw new AppError('sign-in-required')
  const drafts: JournalDraft[] = []
  const at = setting.ports.clock.now()
  const actId = newId()
  const result = await database.db.transaction().execute(async (trx) => {
    const value = await work({ trx, at, actId, person, record: (entry) => drafts.push(entry) })
    if (setting.signal?.aborted === true) throw new AppError('cancelled')
    if (drafts.length > 0) {
      await maskWhatWasWritten(trx, database.dialect, drafts)
      await refreshSignals(trx, database.dialect, drafts, at)
      await appendJournal(trx, { at, actId, personId: person.id, personName: person.name }, drafts)
    }
    return value
  })
  if (drafts.length > 0) announce()
  return result
}
