import type { Selectable } from 'kysely'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { RedactionTable } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import {
  deleteRedaction,
  getRedaction,
  listRedactions,
  markLifted,
} from '../../data/redactions/redaction.repository.ts'
import type { Change } from '../call.ts'
import { applyRedactions } from './apply-redactions.ts'

type Redaction = Selectable<RedactionTable>

async function show(change: Change, dialect: DialectFeatures, redactionId: string): Promise<Redaction> {
  const lifted = await getRedaction(change.trx, redactionId)
  if (lifted.lifted_at !== null) throw new AppError('not-found', { object: 'redaction' })
  const rows = await listRedactions(change.trx, lifted.submission_id)
  const before = rows.map((row) => row.passage)
  const after = rows.filter((row) => row.id !== lifted.id).map((row) => row.passage)
  await markLifted(change.trx, lifted.id, change.at)
  await applyRedactions(change, dialect, lifted.submission_id, before, after)
  return lifted
}

/** Shows the words of one redaction again, and answers what it was. Refuses `not-found`. */
export function liftRedaction(
  change: Change,
  dialect: DialectFeatures,
  redactionId: string,
): Promise<Redaction> {
  return show(change, dialect, redactionId)
}

/** Takes a redaction back as if it had never been made. Refuses `not-found`. */
export async function removeRedaction(
  change: Change,
  dialect: DialectFeatures,
  redactionId: string,
): Promise<void> {
  await show(change, dialect, redactionId)
  await deleteRedaction(change.trx, redactionId)
}

/** Masks again what was shown. Refuses `not-found`, also for one that is masked. */
export async function restoreRedaction(
  change: Change,
  dialect: DialectFeatures,
  redactionId: string,
): Promise<void> {
  const restored = await getRedaction(change.trx, redactionId)
  if (restored.lifted_at === null) throw new AppError('not-found', { object: 'redaction' })
  const before = (await listRedactions(change.trx, restored.submission_id)).map((row) => row.passage)
  await markLifted(change.trx, restored.id, null)
  const after = (await listRedactions(change.trx, restored.submission_id)).map((row) => row.passage)
  await applyRedactions(change, dialect, restored.submission_id, before, after)
}
