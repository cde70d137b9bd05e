import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { redactableTables, siblingSubmissions } from '../../data/redactions/redactable-tables.ts'
import {
  type RedactableObject,
  redactableObjects,
  writeRedactable,
} from '../../data/redactions/redactable-texts.repository.ts'
import {
  breakSeal,
  type FieldSeals,
  passagesOf,
  redactedSubmissions,
  sealedFields,
  sealField,
} from '../../data/redactions/redaction.repository.ts'
import type { Change } from '../call.ts'
import { countInField, maskField } from './mask-field.ts'

/** Twins of a field that hold the same words: counted once. */
const twins: readonly string[] = ['submission.body_text']

type Writer = Pick<Change, 'trx'>

/**
 * Brings every text of a submission from what the passages `before` masked to what `after` masks. A text that no seal
 * explains (an import or a person wrote a newer one) is taken as the new original. Answers how often the passages
 * that are new in `after` stand where nothing was masked before.
 */
export async function applyRedactions(
  change: Writer,
  dialect: DialectFeatures,
  submissionId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<number> {
  const added = after.filter((passage) => !before.includes(passage))
  const siblings = await siblingSubmissions(change.trx, submissionId)
  const theirs = [...(await passagesOf(change.trx, siblings)).values()].flat()
  const objects = await redactableObjects(change.trx, submissionId)
  let occurrences = 0
  for (const [kind, ofKind] of Map.groupBy(objects, ({ table }) => table.kind)) {
    const seals = await sealedFields(
      change.trx,
      kind,
      ofKind.map(({ id }) => id),
    )
    for (const object of ofKind) {
      const others = object.table.shared ? theirs : []
      occurrences += await maskObject(change, object, seals.get(object.id), {
        before: [...before, ...others],
        after: [...after, ...others],
        added,
        lifts: before.some((passage) => !after.includes(passage)),
      })
    }
  }
  await dialect.reindexSubmissions(change.trx, [submissionId])
  return occurrences
}

async function maskObject(
  { trx }: Writer,
  object: RedactableObject,
  seals: ReadonlyMap<string, FieldSeals> | undefined,
  passages: {
    readonly before: readonly string[]
    readonly after: readonly string[]
    readonly added: readonly string[]
    /** A passage is shown again by this act. */
    readonly lifts: boolean
  },
): Promise<number> {
  const { kind, columns } = object.table
  const written: Record<string, string> = {}
  let occurrences = 0
  for (const [field, format] of Object.entries(columns)) {
    const current = object.fields[field] ?? ''
    if (current === '') continue
    const fieldSeals = seals?.get(field)
    const unmarked = fieldSeals?.unmarked
    const explained = unmarked !== undefined && maskField(format, unmarked, passages.before) === current
    const original = fieldSeals?.originalOf(current) ?? (explained ? unmarked : current)
    // Who shared a row may have left it since (a family was parted): without a lift nothing is shown again there.
    const base = object.table.shared && !passages.lifts ? current : original
    const shown = maskField(format, base, passages.after)
    if (passages.added.length > 0 && !twins.includes(`${kind}.${field}`))
      occurrences += countInField(format, maskField(format, original, passages.before), passages.added)
    if (shown === current && !explained) continue
    written[field] = shown
    if (original !== current) await breakSeal(trx, kind, object.id, field, current)
    if (original !== shown) await sealField(trx, kind, object.id, field, { original, shown })
  }
  if (Object.entries(written).some(([field, text]) => text !== object.fields[field]))
    await writeRedactable(trx, object, written)
  return occurrences
}

/** Masks again what an import brought into submissions and comments of a démarche that have masked passages. */
export async function reapplyRedactions(
  change: Writer,
  dialect: DialectFeatures,
  processId: string,
): Promise<void> {
  await maskAgain(change, dialect, await redactedSubmissions(change.trx, processId))
}

/** Masks again whatever was written about these submissions since their passages were masked. */
export async function maskAgain(
  change: Writer,
  dialect: DialectFeatures,
  submissionIds: readonly string[],
): Promise<void> {
  const passages = await passagesOf(change.trx, submissionIds)
  for (const [id, masked] of passages) await applyRedactions(change, dialect, id, masked, masked)
}

const submissionColumns = redactableTables.find(({ kind }) => kind === 'submission')?.columns ?? {}

/** Columns of a submission as they read with the passages masked. */
export function maskedColumns<C extends Readonly<Record<string, unknown>>>(
  columns: C,
  passages: readonly string[],
): C {
  if (passages.length === 0) return columns
  const masked = Object.entries(columns).map(([field, value]) => {
    const format = submissionColumns[field]
    if (typeof value !== 'string' || format === undefined) return [field, value]
    return [field, maskField(format, value, passages)]
  })
  // The same keys with the same kinds of values.
  return Object.fromEntries(masked) as C
}
