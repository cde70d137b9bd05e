import { describe, expect, it } from 'vitest'
import { columnLetters, quotedText, sheetRange } from '../../../../shared/domain/reports/cell-reference.ts'

const columns = [
  { header: 'A', key: 'title', width: 10, kind: 'text' },
  { header: 'B', key: 'amount', width: 10, kind: 'amount' },
] as const

describe('references into a sheet', () => {
  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })
  it('points at all records of a column, below the header', () => {
    const range = sheetRange("Projets de l'an", columns, 14)
    expect(range.column('amount')).toBe("'Projets de l''an'!$B$2:$B$15")
    expect(range.cell('title', 3)).toBe("'Projets de l''an'!$A$5")
    expect(sheetRange('Vide', columns, 0).column('amount')).toBe("'Vide'!$B$2:$B$2")
    expect(() => range.column('absent')).toThrow(RangeError)
  })
  it('escapes texts', () => {
    expect(quotedText('dit "non"')).toBe('"dit ""non"""')
  })
})
