export interface DecimalNotation {
  /** Decimals that the number may have; more are refused, never rounded in silence. */
  readonly decimals: number
  readonly language: 'fr' | 'en'
}

/**
 * Reads a positive number as it is typed or copied from a spreadsheet, with its unit sign or without (`1 234,5`,
 * `1.234,50 €`, `12.5`, `20 %`), as an integer scaled by its decimals: 1 234,5 with three gives 1234500. The comma is
 * a decimal sign, except where English groups thousands by it; a lone point always is one, because the number pad of
 * a French keyboard types it. `undefined` for anything else, and beyond twelve digits before the decimal sign.
 */
export function parseDecimal(text: string, { decimals, language }: DecimalNotation): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f\u2009'’]|[€%]\s*$/g, '')
  const plain = plainDecimal(compact, language)
  const match = plain === undefined ? null : /^(\d{0,12})(?:\.(\d*?)0*)?$/.exec(plain)
  if (match === null) return undefined
  const [, whole = '', fraction = ''] = match
  if (fraction.length > decimals || !/\d/.test(compact)) return undefined
  const scaled = Number(`${whole}${fraction.padEnd(decimals, '0')}` || '0')
  return Number.isSafeInteger(scaled) ? scaled : undefined
}

function plainDecimal(text: string, language: 'fr' | 'en'): string | undefined {
  if (/^\d{1,3}(?:,\d{3})+\.\d*$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '')
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '')
  if (language === 'en' && /^[1-9]\d{0,2},\d{3}$/.test(text)) return text.replace(',', '')
  return /^\d*[.,]?\d*$/.test(text) ? text.replace(',', '.') : undefined
}

/**
 * Writes a scaled integer for a field, as `parseDecimal` reads it back, thousands apart, with at least `least`
 * decimals: 62505000 of four is `6 250,50`.
 */
export function writeDecimal(scaled: number, { decimals, language }: DecimalNotation, least = 0): string {
  const digits = String(scaled).padStart(decimals + 1, '0')
  const whole = digits
    .slice(0, digits.length - decimals)
    .replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const shown = fraction.padEnd(Math.min(least, decimals), '0')
  return shown === '' ? whole : `${whole}${language === 'fr' ? ',' : '.'}${shown}`
}
