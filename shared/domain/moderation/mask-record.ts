import { maskRichText, maskText } from './redaction.ts'

/** A value of any JSON shape with the passages masked in every text of it; keys stay. */
export function maskValue(value: unknown, passages: readonly string[]): unknown {
  if (typeof value === 'string')
    return /<[a-z/]/i.test(value) ? maskRichText(value, passages) : maskText(value, passages)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, passages))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, passages)]))
}

/** A JSON text with the passages masked; null stays null. */
export function maskJson(json: string | null, passages: readonly string[]): string | null {
  return json === null ? null : JSON.stringify(maskValue(JSON.parse(json), passages))
}
