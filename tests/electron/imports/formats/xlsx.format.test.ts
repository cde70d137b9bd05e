import { describe, expect, it } from 'vitest'
import { readContent } from '../../../helpers/read-import.ts'
import { rowOf, workbookOf, zipOf } from '../../../helpers/zip-file.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const target = (id: string, kind: string, path: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${path}"/>`

/** A workbook as Decidim's own library writes it: sheets before the styles that tell which numbers are dates. */
const sheetsFirst = zipOf([
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target('r1', 'worksheet', 'worksheets/sheet1.xml')}${target('r2', 'worksheet', '/xl/worksheets/sheet2.xml')}${target('r3', 'styles', 'styles.xml')}</Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Notice" sheetId="1" r:id="r1"/><sheet name="Dépôts" sheetId="2" r:id="r2"/></sheets></workbook>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet ${main}><sheetData>${rowOf(1, ['À lire'])}</sheetData></worksheet>`,
  },
  {
    name: 'xl/worksheets/sheet2.xml',
    content: `<worksheet ${main}><sheetData>${rowOf(1, ['title', 'body', 'created_at'])}<row r="2"><c r="A2" t="inlineStr"><is><t>Bancs</t></is></c><c r="B2" t="inlineStr"><is><t>À l’ombre</t></is></c><c r="C2" s="1"><v>44938.5</v></c></row></sheetData></worksheet>`,
  },
  {
    name: 'xl/styles.xml',
    content: `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  },
  { name: '[Content_Types].xml', content: '<Types/>' },
])

describe('workbooks', () => {
  it('knows dates and every sheet each time, where styles stand behind the sheets', async () => {
    const readings = new Set<string>()
    for (let time = 0; time < 30; time++) {
      const { inspection } = await readContent(sheetsFirst, 'export.xlsx')
      readings.add(JSON.stringify([inspection.sheets, inspection.sheet, inspection.sample]))
    }
    expect([...readings].map((reading) => JSON.parse(reading))).toEqual([
      [['Notice', 'Dépôts'], 'Dépôts', [{ line: 2, cells: ['Bancs', 'À l’ombre', '2023-01-12T12:00:00'] }]],
    ])
  })

  it('keeps every accent of a text that the file brings in several pieces', async () => {
    const body = 'é'.repeat(300_001)
    const rows = [rowOf(1, ['title', 'body']), rowOf(2, ['Inline', body])]
    const shared =
      '<row r="3"><c r="A3" t="inlineStr"><is><t>Shared</t></is></c><c r="B3" t="s"><v>0</v></c></row>'
    const { drafts, issues } = await readContent(
      workbookOf({ Feuille: rows.join('') + shared }, [body]),
      'é.xlsx',
    )
    expect(issues).toEqual([])
    expect(drafts.map((draft) => ('bodyText' in draft ? draft.bodyText === body : false))).toEqual([
      true,
      true,
    ])
  })

  it('says that a workbook is damaged where a row far below the first ones cannot be read', async () => {
    const rows = Array.from({ length: 200 }, (_row, index) => rowOf(index + 2, [`Titre ${index}`, 'Texte']))
    const broken = [rowOf(1, ['title', 'body']), ...rows, '<row r="202"><c r="A202"><v>1</c></row>'].join('')
    await expect(readContent(workbookOf({ Feuille: broken }), 'cut.xlsx')).rejects.toMatchObject({
      code: 'workbook-damaged',
    })
  })
})
