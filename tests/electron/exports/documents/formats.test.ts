import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../electron/exports/documents/formats.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'

const french = createFormats('fr', 'Europe/Paris')

describe('createFormats', () => {
  it('writes money the French way, with cents only where there are some', () => {
    expect(french.money(cents(1_250_000))).toBe('12\u202f500\u00a0€')
    expect(french.money(cents(1_250_050))).toBe('12\u202f500,50\u00a0€')
    expect(french.exactMoney(cents(1_250_000))).toBe('12\u202f500,00\u00a0€')
  })

  it('writes days in letters, the first of a month as 1er', () => {
    expect(french.day('2026-03-01')).toBe('1er mars 2026')
    expect(french.day('2026-03-21')).toBe('21 mars 2026')
    expect(createFormats('en', 'Europe/Paris').day('2026-03-01')).toBe('1 March 2026')
  })

  it('shows instants in the time zone of the town, on both sides of the change of hour (I19)', () => {
    expect(french.opening('2026-05-31T22:00:00.000Z')).toBe('lundi 1er juin 2026')
    expect(french.opening('2026-03-29T07:30:00.000Z')).toBe('dimanche 29 mars 2026 à 9\u00a0h\u00a030')
    expect(french.opening('2026-03-28T08:00:00.000Z')).toBe('samedi 28 mars 2026 à 9\u00a0h')
  })

  it('reads a closing at midnight as the whole day before', () => {
    expect(french.closing('2026-06-21T22:00:00.000Z')).toBe('dimanche 21 juin 2026 inclus')
    expect(french.closing('2026-06-21T16:00:00.000Z')).toBe('dimanche 21 juin 2026 à 18\u00a0h')
  })
})
