import { maskRichText, maskText } from './redaction.ts'

/** Keys under which people write freely in records whose other texts are codes. */
const remarkKeys = new Set(['comment', 'note'])

/** A value of any JSON shape with the passages masked in every text of it; keys stay. */
export function maskValue(value: unknown, passages: readonly string[]): unknown {
  return masked(value, passages, () => true)
}

/** The same in the remarks only, the texts under `comment` and `note`: the others are codes that programs read. */
export function maskRemarks(value: unknown, passages: readonly string[]): unknown {
  return masked(value, passages, (key) => remarkKeys.has(key))
}

function masked(
  value: unknown,
  passages: readonly string[],
  free: (key: string) => boolean,
  key = '',
): unknown {
  if (typeof value === 'string') {
    if (!free(key)) return value
    return /<[a-z/]/i.test(value) ? maskRichText(value, passages) : maskText(value, passages)
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, passages, free, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, masked(item, passages, free, name)]),
  )
}

/** A JSON text with the passages masked; null stays null. */
export function maskJson(json: string | null, passages: readonly string[]): string | null {
  return json === null ? null : JSON.stringify(maskValue(JSON.parse(json), passages))
}
