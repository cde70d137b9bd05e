import { findPersonalData } from '../../../shared/domain/moderation/personal-data/find-personal-data.ts'
import { plainOfRichText } from '../../../shared/domain/moderation/redaction.ts'
import type { MaskSuggestion } from '../../../shared/read-models/redaction.ts'
import { redactableObjects } from '../../data/redactions/redactable-texts.repository.ts'
import type { DossierCall } from '../call.ts'
import { countInField } from './mask-field.ts'

/** Columns that say where the proposal is, not who somebody is. */
const places: readonly string[] = ['address', 'url']

/**
 * Passages that look like personal data, in everything that masking would reach: text, form fields, comments, notes,
 * answers, names of files. Each once, in the order of reading, with how often it would be masked.
 */
export async function suggestMasks(
  call: DossierCall,
  submissionId: string,
): Promise<readonly MaskSuggestion[]> {
  const texts = (await redactableObjects(call.database.reader, submissionId)).flatMap(({ table, fields }) =>
    Object.entries(fields).flatMap(([field, text]) => {
      const format = table.columns[field]
      if (text === null || format === undefined || places.includes(field)) return []
      return [{ twin: field === 'body_text', format, text }]
    }),
  )
  const words = texts.flatMap(({ format, text, twin }) => {
    if (twin) return []
    const plain = format === 'plain' ? text : format === 'rich' ? plainOfRichText(text) : spoken(text)
    return findPersonalData(plain).map(({ passage }) => passage.trim())
  })
  return [...new Set(words)].map((passage) => ({
    passage,
    occurrences: texts.reduce(
      (sum, { format, text, twin }) => sum + (twin ? 0 : countInField(format, text, [passage])),
      0,
    ),
  }))
}

/** The texts of a JSON record, one a line. */
function spoken(json: string): string {
  const texts: string[] = []
  JSON.parse(json, (_key, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
