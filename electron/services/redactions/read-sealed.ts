import type { SealedOriginal } from '../../../shared/read-models/redaction.ts'
import { redactableObjects } from '../../data/redactions/redactable-texts.repository.ts'
import { listRedactions, sealedFields } from '../../data/redactions/redaction.repository.ts'
import type { DossierCall } from '../call.ts'

/** Opens the seals of a submission: every text as it was before anything was masked. */
export async function readSealed(call: DossierCall, submissionId: string): Promise<SealedOriginal> {
  const db = call.database.reader
  const others: SealedOriginal['others'][number][] = []
  const own = new Map<string, string>()
  for (const { table, id, fields } of await redactableObjects(db, submissionId)) {
    const seals = (await sealedFields(db, table.kind, [id])).get(id)
    for (const [field, shown] of Object.entries(fields)) {
      const seal = seals?.get(field)
      const original = shown === null ? undefined : (seal?.originalOf(shown) ?? seal?.unmarked)
      if (table.kind === 'submission' && shown !== null) own.set(field, original ?? shown)
      else if (original !== undefined) others.push({ kind: table.kind, field, text: original })
    }
  }
  const passages = await listRedactions(db, submissionId)
  return {
    title: own.get('title') ?? '',
    body: own.get('body') ?? '',
    address: own.get('address') ?? null,
    extra: Object.entries(JSON.parse(own.get('extra') ?? '{}') as Readonly<Record<string, string>>),
    others,
    passages: passages.map((row) => ({ redactionId: row.id, passage: row.passage })),
  }
}
