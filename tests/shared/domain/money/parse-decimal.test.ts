import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, writeDecimal } from '../../../../shared/domain/money/parse-decimal.ts'

describe('parseDecimal', () => {
  it.each([
    ['850', 'fr', 4, 8_500_000],
    ['850,00 €', 'fr', 4, 8_500_000],
    ['1 234,5', 'fr', 3, 1_234_500],
    ['1\u202f234,5', 'fr', 3, 1_234_500],
    ['1.234,50', 'fr', 4, 12_345_000],
    ['1.234.567', 'fr', 0, 1_234_567],
    ['12.500', 'fr', 3, 12_500],
    ['12,3456', 'fr', 4, 123_456],
    ['5,5 %', 'fr', 2, 550],
    [',5', 'fr', 3, 500],
    ['12,5000', 'fr', 2, 1_250],
    ['1,234.5', 'en', 3, 1_234_500],
    ['1,234', 'en', 3, 1_234_000],
    ['0,125', 'en', 3, 125],
    ['12.5', 'en', 3, 12_500],
  ] as const)('reads %j in %s', (text, language, decimals, expected) => {
    expect(parseDecimal(text, { decimals, language })).toBe(expected)
  })

  it.each(['', ' ', '-3', '1,2,3', 'douze', '1e5', ',', '12 u', '€'])('refuses %j', (text) => {
    expect(parseDecimal(text, { decimals: 3, language: 'fr' })).toBeUndefined()
  })

  it('refuses decimals that it would have to round away', () => {
    expect(parseDecimal('12,34567', { decimals: 4, language: 'fr' })).toBeUndefined()
  })

  it('reads back what it wrote, in both languages', () => {
    fc.assert(
      fc.property(
        fc.nat(900_000_000_000),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('fr' as const, 'en' as const),
        fc.integer({ min: 0, max: 4 }),
        (scaled, decimals, language, least) => {
          const written = writeDecimal(scaled, { decimals, language }, least)
          expect(parseDecimal(written, { decimals, language })).toBe(scaled)
        },
      ),
    )
  })

  it('never answers anything but a safe whole number', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 4 }), (text, decimals) => {
        const value = parseDecimal(text, { decimals, language: 'fr' })
        expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true)
      }),
    )
  })
})

describe('writeDecimal', () => {
  it('writes as people do', () => {
    const price = (scaled: number, language: 'fr' | 'en') =>
      writeDecimal(scaled, { decimals: 4, language }, 2)
    expect(price(62_505_000, 'fr')).toBe('6\u00a0250,50')
    expect(price(62_505_000, 'en')).toBe('6,250.50')
    expect(price(123_456, 'fr')).toBe('12,3456')
    expect(price(0, 'fr')).toBe('0,00')
    expect(writeDecimal(12_000, { decimals: 3, language: 'fr' })).toBe('12')
    expect(writeDecimal(550, { decimals: 2, language: 'fr' })).toBe('5,5')
  })
})
