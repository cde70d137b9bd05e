import { maskJson } from '../../../shared/domain/moderation/mask-record.ts'
import { countPassages, maskRichText, maskText } from '../../../shared/domain/moderation/redaction.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import {
  type RedactableObject,
  redactableObjects,
  writeRedactable,
} from '../../data/redactions/redactable-texts.repository.ts'
import {
  passagesOf,
  redactedSubmissions,
  sealedFields,
  sealField,
} from '../../data/redactions/redaction.repository.ts'
import type { Change } from '../call.ts'

/** Columns of a submission that hold a citizen's words. */
const maskable = new Set(['title', 'body', 'body_text', 'address', 'extra'])
const richFields = new Set(['submission.body', 'project.description'])

function maskField(
  object: RedactableObject,
  field: string,
  text: string,
  passages: readonly string[],
): string {
  if (field === 'extra') return maskJson(text, passages) ?? text
  return richFields.has(`${object.kind}.${field}`) ? maskRichText(text, passages) : maskText(text, passages)
}

/**
 * Brings every text of a submission from what the passages `before` masked to what `after` masks. A text that is not
 * what its seal says (an import brought a newer one) is taken as the new original. Answers how often the passages
 * that are new in `after` stand in the originals.
 */
export async function applyRedactions(
  change: Change,
  dialect: DialectFeatures,
  submissionId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<number> {
  const added = after.filter((passage) => !before.includes(passage))
  let occurrences = 0
  for (const object of await redactableObjects(change.trx, submissionId)) {
    // A project's texts are staff's own: masked once, not sealed.
    const sealed =
      object.kind === 'project' ? undefined : await sealedFields(change.trx, object.kind, object.id)
    const written: Record<string, string> = {}
    for (const [field, current] of Object.entries(object.fields)) {
      if (current === null) continue
      const seal = sealed?.get(field)
      const original =
        seal !== undefined && maskField(object, field, seal, before) === current ? seal : current
      const masked = maskField(object, field, original, after)
      // Rich text and its plain twin hold the same words.
      if (field !== 'body_text' && field !== 'extra') occurrences += countPassages(plain(original), added)
      if (masked !== current) written[field] = masked
      if (object.kind !== 'project' && (seal !== undefined || masked !== original)) {
        await sealField(change.trx, object.kind, object.id, field, masked === original ? null : original)
      }
    }
    if (Object.keys(written).length > 0) await writeRedactable(change.trx, object, written)
  }
  await dialect.reindexSubmissions(change.trx, [submissionId])
  return occurrences
}

/** Tags as spaces: close enough to count words. */
function plain(text: string): string {
  return text.replace(/<[^>]*>/g, ' ')
}

/** Masks again what an import brought into submissions and comments of a démarche that have masked passages. */
export async function reapplyRedactions(
  change: Change,
  dialect: DialectFeatures,
  processId: string,
): Promise<void> {
  const ids = await redactedSubmissions(change.trx, processId)
  const passages = await passagesOf(change.trx, ids)
  for (const id of ids) {
    const masked = passages.get(id) ?? []
    await applyRedactions(change, dialect, id, masked, masked)
  }
}

/** Columns of a submission as they read with the passages masked. */
export function maskedColumns<C extends Readonly<Record<string, unknown>>>(
  columns: C,
  passages: readonly string[],
): C {
  if (passages.length === 0) return columns
  const masked = Object.entries(columns).map(([field, value]) => {
    if (typeof value !== 'string' || !maskable.has(field)) return [field, value]
    return [field, maskField({ kind: 'submission', id: '', fields: {} }, field, value, passages)]
  })
  // The same keys with the same kinds of values.
  return Object.fromEntries(masked) as C
}
