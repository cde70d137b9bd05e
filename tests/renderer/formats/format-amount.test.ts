import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount, formatBytes, parseAmount } from '../../../renderer/formats/format-amount.ts'

describe('amounts', () => {
  it('are written as the language does', () => {
    expect(formatAmount(1_234_567, 'fr')).toBe('12\u00a0345,67\u00a0€')
    expect(formatAmount(1_234_567, 'en')).toBe('€12,345.67')
    expect(formatAmount(2_000_000, 'fr', { round: true })).toBe('20\u00a0000\u00a0€')
    expect(formatAmount(2_000_001, 'fr', { round: true })).toBe('20\u00a0000,01\u00a0€')
  })

  it.each([
    ['12 345,67', 'fr', 1_234_567],
    ['12.345,67 €', 'fr', 1_234_567],
    ['12345.6', 'fr', 1_234_560],
    ['12,345.67', 'en', 1_234_567],
    ['12,345', 'en', 1_234_500],
    ['0,5', 'fr', 50],
    ['12,345', 'fr', null],
    ['-3', 'fr', null],
    ['abc', 'fr', null],
    ['', 'fr', null],
  ] as const)('are read from %j in %s', (text, language, expected) => {
    expect(parseAmount(text, language)).toBe(expected)
  })

  it('come back exactly from what was written', () => {
    fc.assert(
      fc.property(fc.nat(9_000_000_000), fc.constantFrom('fr' as const, 'en' as const), (cents, language) => {
        expect(parseAmount(formatAmount(cents, language), language)).toBe(cents)
      }),
    )
  })
})

describe('sizes of files', () => {
  it('use the units of the language', () => {
    expect(formatBytes(512, 'fr')).toBe('512\u00a0octets')
    expect(formatBytes(1_258_291, 'fr')).toBe('1,2\u00a0Mo')
    expect(formatBytes(1_258_291, 'en')).toBe('1.2\u00a0MB')
  })
})
