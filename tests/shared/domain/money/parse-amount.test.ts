import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAmount } from '../../../../shared/domain/money/parse-amount.ts'

describe('parseAmount', () => {
  it.each([
    ['12 000 €', 1_200_000],
    ['1 234,56', 123_456],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['12000.5', 1_200_050],
    ['12.000', 1_200_000],
    ['1,234,567', 123_456_700],
    ['1,5 k€', 150_000],
    ['2 M€', 200_000_000],
    ['15 000 euros TTC', 1_500_000],
    ['15\u202f000,00\u00a0€', 1_500_000],
    ['€ 12', 1_200],
    ['-12,5', -1_250],
    ['0,005', 1],
    ['0,004', 0],
  ])('reads %j', (text, expected) => {
    expect(parseAmount(text)).toBe(expected)
  })

  it.each(['', 'gratuit', '12 €/m²', '1,2,3', '12,34.56.78', '€', 'k€', '1..2'])('refuses %j', (text) => {
    expect(parseAmount(text)).toBeUndefined()
  })

  const euros = fc.nat(90_000_000)
  const rest = fc.nat(99)
  const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, sign)

  it('reads every way in which a spreadsheet shows the same amount', () => {
    fc.assert(
      fc.property(
        euros,
        rest,
        fc.constantFrom(
          (value: number, cents: string) => `${value},${cents}`,
          (value: number, cents: string) => `${value}.${cents}`,
          (value: number, cents: string) => `${grouped(value, ' ')},${cents}`,
          (value: number, cents: string) => `${grouped(value, '\u00a0')},${cents} €`,
          (value: number, cents: string) => `${grouped(value, '\u202f')},${cents}\u00a0€`,
          (value: number, cents: string) => `${grouped(value, '.')},${cents}`,
          (value: number, cents: string) => `${grouped(value, ',')}.${cents}`,
        ),
        (value, cents, write) => {
          expect(parseAmount(write(value, String(cents).padStart(2, '0')))).toBe(value * 100 + cents)
        },
      ),
    )
  })

  it('answers exact cents or nothing, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseAmount(text)
        expect(value === undefined || Number.isSafeInteger(value)).toBe(true)
      }),
    )
  })
})
