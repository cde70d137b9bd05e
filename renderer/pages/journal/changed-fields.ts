export interface ChangedField {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Keys by which Parvis finds what an entry made; they tell a person nothing. */
const inner: readonly string[] = [
  'aId',
  'attachmentId',
  'bId',
  'decisionId',
  'id',
  'importId',
  'leadId',
  'opinionId',
  'redactionId',
  'sealedId',
  'setAside',
  'setBy',
  'studyId',
  'visaId',
]

function parse(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    return { '': value }
  } catch {
    return { '': text }
  }
}

function words(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(words).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What an entry changed, field by field, from its JSON texts; what stayed the same and inner keys are left out. */
export function changedFields(before: string | null, after: string | null): readonly ChangedField[] {
  const old = parse(before)
  const fresh = parse(after)
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .map((field) => ({ field, before: words(old[field]), after: words(fresh[field]) }))
    .filter(({ field, before, after }) => before !== after && !inner.includes(field))
}
