import { type Cents, cents } from './cents.ts'

/**
 * Reads an amount of euros as people write it: `12 000 €`, `1 234,56`, `1.234,56`, `12000.5`, `1,5 k€`, `2 M€`, with any
 * kind of space. Answers cents, or `undefined`. More than two decimals are rounded half up.
 */
export function parseAmount(text: string): Cents | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f\u2009']/g, '')
    .replace(/(?:eur(?:os?)?|€)(?:ttc|ht)?$/i, '')
    .replace(/(?:ttc|ht)$/i, '')
    .replace(/^€/, '')
  const match = /^([+-]?)([\d.,]*\d)(k€?|m€?)?$/i.exec(compact.replace(/€/g, ''))
  if (match === null) return undefined
  const [, sign, digits = '', unit = ''] = match
  const number = plainNumber(digits)
  if (number === undefined) return undefined
  const factor = /^k/i.test(unit) ? 1_000 : /^m/i.test(unit) ? 1_000_000 : 1
  const [whole = '0', fraction = ''] = number.split('.')
  // Exact in integers: thousandths of a cent, then half up.
  const scaled = BigInt(whole + fraction.padEnd(5, '0').slice(0, 5)) * BigInt(factor)
  const value = Number((scaled + 500n) / 1_000n)
  return Number.isSafeInteger(value) ? cents(sign === '-' ? -value : value) : undefined
}

/** Digits with any separators as digits with at most one point. */
function plainNumber(digits: string): string | undefined {
  const lastComma = digits.lastIndexOf(',')
  const lastPoint = digits.lastIndexOf('.')
  if (lastComma < 0 && lastPoint < 0) return digits
  const decimalAt = Math.max(lastComma, lastPoint)
  const decimal = digits[decimalAt]
  const occurrences = digits.split(decimal ?? ',').length - 1
  const after = digits.length - decimalAt - 1
  const both = lastComma >= 0 && lastPoint >= 0
  // `12.000` and `1,234,567` group thousands; `12,5` and `12.50` do not.
  const grouping =
    !both && (occurrences > 1 || (after === 3 && digits.slice(0, decimalAt).length <= 3 && decimal === '.'))
  if (grouping) return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : undefined
  const whole = digits.slice(0, decimalAt)
  if (!/^\d{1,3}([.,]\d{3})*$|^\d*$/.test(whole)) return undefined
  return `${whole.replace(/[.,]/g, '') || '0'}.${digits.slice(decimalAt + 1)}`
}
