import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftLine, readLine } from '../../../../../renderer/pages/studies/costs/cost-draft.ts'
import { cellsOf, pasteRange } from '../../../../../renderer/pages/studies/costs/pasted-range.ts'

const setting = () => {
  let made = 0
  return {
    language: 'fr' as const,
    newKey: () => {
      made += 1
      return `new ${made}`
    },
  }
}
const known = (label: string): DraftLine => ({
  key: label,
  label,
  quantity: '1',
  unit: 'u',
  unitPrice: '10,00',
  vatRate: '10',
})
const content = (lines: readonly DraftLine[]) =>
  lines.map((line) => [line.label, line.quantity, line.unit, line.unitPrice, line.vatRate].join('|'))

describe('a range copied from a spreadsheet', () => {
  it('fills lines in their order, French numbers and signs included', () => {
    const text =
      'Banc\t4\tu\t850,00 €\t20 %\r\nVivaces\t12,5\tm²\t1\u00a0320,00 €\t10 %\r\nSol\t1\tft\t6 250,50\t5,5%\r\n'
    const { lines, count } = pasteRange([], { index: 0, column: 'label' }, text, setting())
    expect(count).toBe(3)
    expect(content(lines)).toEqual([
      'Banc|4|u|850,00|20',
      'Vivaces|12,5|m²|1320,00|10',
      'Sol|1|ft|6250,50|5,5',
    ])
    expect(lines.map((line) => readLine(line, 'fr').figures.unitPriceTenThousandths)).toEqual([
      8_500_000, 13_200_000, 62_505_000,
    ])
  })

  it('starts at the cell with the focus and leaves the other columns as they were', () => {
    const { lines } = pasteRange(
      [known('Banc'), known('Sol')],
      { index: 0, column: 'quantity' },
      '3\tml\n5\tml\n7\tml',
      setting(),
    )
    expect(content(lines.slice(0, 2))).toEqual(['Banc|3|ml|10,00|10', 'Sol|5|ml|10,00|10'])
    expect(lines[2]).toMatchObject({ key: 'new 1', quantity: '7', label: '' })
  })

  it('is laid by its headings when it brings them, totals left aside', () => {
    const text = 'N°\tLibellé\tPU HT\tQté\tTotal HT\tTVA\n1\tBanc\t850,00\t4\t3400,00\t0,2'
    const { lines, count } = pasteRange([], { index: 0, column: 'label' }, text, setting())
    expect([count, ...content(lines)]).toEqual([1, 'Banc|4|u|850,00|20'])
  })

  it('keeps a label that happens to look like a heading when it stands alone', () => {
    const { lines } = pasteRange([], { index: 0, column: 'label' }, 'Prix fournisseur\t2\nBanc\t1', setting())
    expect(lines.map(({ label }) => label)).toEqual(['Prix fournisseur', 'Banc'])
  })

  it('joins the lines of a quoted cell, and leaves an inch sign alone', () => {
    expect(cellsOf('"Banc ""Lyon""\nbois"\t2\nTuyau 2"\t3')).toEqual([
      ['Banc "Lyon" bois', '2'],
      ['Tuyau 2"', '3'],
    ])
  })

  it('comes out as it was copied', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ').trim())
    const quoted = (text: string) => (/["\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const text = table.map((cells) => cells.map(quoted).join('\t')).join('\n')
          expect(cellsOf(`${text}\n`)).toEqual(table)
        },
      ),
    )
  })
})
