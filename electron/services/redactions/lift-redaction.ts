import type { Selectable } from 'kysely'
import type { RedactionTable } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { deleteRedaction, getRedaction, listRedactions } from '../../data/redactions/redaction.repository.ts'
import type { Change } from '../call.ts'
import { applyRedactions } from './apply-redactions.ts'

/** Shows the words of one redaction again, and answers what it was. Refuses `not-found`. */
export async function liftRedaction(
  change: Change,
  dialect: DialectFeatures,
  redactionId: string,
): Promise<Selectable<RedactionTable>> {
  const lifted = await getRedaction(change.trx, redactionId)
  const rows = await listRedactions(change.trx, lifted.submission_id)
  const before = rows.map((row) => row.passage)
  const after = rows.filter((row) => row.id !== lifted.id).map((row) => row.passage)
  await deleteRedaction(change.trx, lifted.id)
  await applyRedactions(change, dialect, lifted.submission_id, before, after)
  return lifted
}
