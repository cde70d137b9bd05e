import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalSheetName } from '../../../../shared/domain/reports/sheet-name.ts'

describe('legalSheetName', () => {
  it('keeps a legal name, cleans the others, and tells two alike apart', () => {
    expect(legalSheetName('Études')).toBe('Études')
    expect(legalSheetName("'Quartier: [Nord/Sud]?'")).toBe('Quartier Nord Sud')
    expect(legalSheetName('registre', ['Registre', 'REGISTRE 2'])).toBe('registre 3')
    expect(legalSheetName('  ')).toBe('Feuille')
  })
  it('is legal and new whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 12 }), (wanted) => {
        const taken: string[] = []
        for (const name of wanted) taken.push(legalSheetName(name, taken))
        expect(
          taken.filter((name) => name.length > 31 || name === '' || /[:\\/?*[\]]|^'|'$/.test(name)),
        ).toEqual([])
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length)
      }),
    )
  })
})
