import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierCall } from '../../../electron/services/call.ts'
import { importsService } from '../../../electron/services/imports/imports.service.ts'
import { isRefusal } from '../../../shared/errors/app-error.ts'
import { errors } from '../../../shared/messages/fr/errors.ts'
import { dossierContent, givenFile, importContent } from '../../helpers/import-file.ts'
import { openTestDossier, type TestDossier } from '../../helpers/test-dossier.ts'
import { rowOf, workbookOf, zipOf } from '../../helpers/zip-file.ts'

const csv = 'Titre;Description\nBancs;Au parc\nMare;À l’école\n'
const workbook = workbookOf({ Feuille: rowOf(1, ['Titre', 'Description']) + rowOf(2, ['Bancs', 'Au parc']) })
const openDocument = (body: string) =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="A">${body}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ])
const openRow = (times: number) =>
  `<table:table-row table:number-rows-repeated="${times}"><table:table-cell><text:p>Titre</text:p></table:table-cell></table:table-row>`

/** Files that no import may take, each with the refusal that its owner reads. */
const refused: readonly (readonly [string, string, string | Uint8Array, string])[] = [
  ['an empty file', 'a.csv', '', 'file-empty'],
  ['a byte order mark and nothing else', 'a.csv', '\ufeff', 'file-empty'],
  ['a UTF-16 mark and nothing else', 'a.csv', new Uint8Array([0xff, 0xfe]), 'file-empty'],
  ['blank lines', 'a.csv', ' \n\n \n', 'table-empty'],
  ['a quotation mark that is never closed', 'a.csv', `${csv}Verger;"Des pommes\n`, 'csv-quote-open'],
  ['two columns of one name that differ', 'a.csv', 'Titre;Titre\nA;B\n', 'headers-repeated'],
  ['a million columns', 'a.csv', `${';'.repeat(1_000_000)}x\n`, 'too-many-columns'],
  ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'format-unknown'],
  ['a PDF', 'a.csv', '%PDF-1.7\n', 'format-unknown'],
  ['a binary .xls', 'a.xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_024, '0'), 'hex'), 'old-office-file'],
  [
    'an .xls under another name',
    'a.xlsx',
    Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_024, '0'), 'hex'),
    'old-office-file',
  ],
  ['half a workbook', 'a.xlsx', workbook.subarray(0, workbook.length / 2), 'archive-damaged'],
  ['a workbook without its end', 'a.xlsx', workbook.subarray(0, -12), 'archive-damaged'],
  ['a workbook with a broken byte', 'a.xlsx', spoiled(workbook), 'archive-damaged'],
  [
    'a workbook of a gigabyte in a kilobyte',
    'a.xlsx',
    workbookOf({ A: '' }, [], { declaredSize: 1_000_000_000 }),
    'archive-bomb',
  ],
  [
    'a workbook that unpacks to more than it says',
    'a.xlsx',
    workbookOf({ A: ' '.repeat(20_000_000) }, [], { declaredSize: 5_000 }),
    'archive-damaged',
  ],
  [
    'a workbook whose XML stops',
    'a.xlsx',
    workbookOf({ A: '<row r="1"><c r="A1"><v>1</' }),
    'workbook-damaged',
  ],
  ['a sheet without a row', 'a.xlsx', workbookOf({ A: '' }), 'sheet-empty'],
  [
    'a ZIP of Word',
    'a.xlsx',
    zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
    'archive-without-table',
  ],
  ['an empty OpenDocument sheet', 'a.ods', openDocument(''), 'sheet-empty'],
  [
    'an OpenDocument that repeats for ever',
    'a.ods',
    openDocument(openRow(1_000_000_000).repeat(200)),
    'archive-bomb',
  ],
  [
    'a protected ZIP',
    'a.zip',
    zipOf([{ name: 'a.csv', content: csv, encrypted: true }]),
    'archive-encrypted',
  ],
  [
    'a ZIP that climbs out of its folder',
    'a.zip',
    zipOf([{ name: '../../climbed.csv', content: csv }]),
    'archive-damaged',
  ],
  [
    'a ZIP without a table',
    'a.zip',
    zipOf([{ name: 'lisez-moi.html', content: '<p>' }]),
    'archive-without-table',
  ],
  ['half a JSON', 'a.json', '[{"id": 1, "title": "A"}, {"id": 2, "ti', 'json-damaged'],
  ['a JSON list of nothing', 'a.json', '[]', 'table-empty'],
  [
    'a JSON nested a hundred thousand deep',
    'a.json',
    `[{"title": "A", "x": ${'{"x":'.repeat(100_000)}1${'}'.repeat(100_000)}}]`,
    'json-damaged',
  ],
  [
    'half a GeoJSON',
    'a.geojson',
    '{"type": "FeatureCollection", "features": [{"type": "Fea',
    'geojson-damaged',
  ],
]

function spoiled(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 20
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

describe('malformed files', () => {
  let dossier: TestDossier
  let call: DossierCall
  beforeAll(async () => {
    dossier = await openTestDossier()
    call = await dossier.callAs('Camille', ['administrator'])
    await importContent(dossier, call, 'first.csv', csv)
  })
  afterAll(() => dossier.close())

  it.each(refused)(
    'refuses %s with a sentence and leaves the dossier as it was',
    async (_what, name, content, code) => {
      const before = await dossierContent(dossier)
      const refusal: unknown = await importContent(dossier, call, name, content).catch(
        (error: unknown) => error,
      )
      expect(refusal).toMatchObject({ code })
      expect(isRefusal(refusal) && Object.keys(errors)).toContain(code)
      expect(await dossierContent(dossier)).toBe(before)
    },
  )

  it('refuses a folder and a file that is not there', async () => {
    const folder = join(dossier.folder, 'dossier.csv')
    mkdirSync(folder)
    const commit = (path: string) =>
      importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
    await expect(commit(folder)).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(commit(join(dossier.folder, 'rien.csv'))).rejects.toMatchObject({ code: 'file-missing' })
  })

  const rejections = async (name: string, content: string | Uint8Array) => {
    const outcome = await importContent(dossier, call, name, content)
    return { created: outcome.created, rejected: outcome.rejections.map(({ line, code }) => [line, code]) }
  }

  it('rejects by its line a row with a null byte, and takes the others', async () => {
    const text = 'Titre;Description\nUn\u0000;a\n"Deux\nlignes";b\nTrois;c\u0000c\n'
    expect(await rejections('nul.csv', text)).toEqual({
      created: 1,
      rejected: [
        [2, 'null-byte'],
        [5, 'null-byte'],
      ],
    })
  })

  it('rejects a cell of more than a million characters, and takes one of just less', async () => {
    const text = `Titre;Description\nLong;${'a'.repeat(1_000_001)}\nAssez;${'b'.repeat(999_999)}\n`
    expect(await rejections('long.csv', text)).toEqual({ created: 1, rejected: [[2, 'cell-too-long']] })
  })

  it('rejects lone surrogates and characters that were lost before', async () => {
    const text = '[{"titre": "Emoji 🌳"}, {"titre": "Moiti\\ud83d"}, {"titre": "Perdu \ufffd"}]'
    expect(await rejections('emoji.json', text)).toEqual({
      created: 1,
      rejected: [
        [2, 'broken-character'],
        [3, 'broken-character'],
      ],
    })
  })

  it('rejects a row that is wider than its headers', async () => {
    expect(await rejections('wide.csv', 'Titre;Description\nA;b;c\nD;e;;\n')).toEqual({
      created: 1,
      rejected: [[2, 'too-many-cells']],
    })
  })

  it('takes JSON objects with differing keys: the union of them are its columns', async () => {
    const { sample, columns } = await inspect('keys.json', '[{"titre": "A"}, {"titre": "B", "lieu": "Parc"}]')
    expect(columns).toEqual(['titre', 'lieu'])
    expect(sample.map(({ cells }) => cells)).toEqual([
      ['A', null],
      ['B', 'Parc'],
    ])
  })

  it('reads a file by its content, whatever its extension says', async () => {
    expect((await inspect('a.xlsx', csv)).format).toBe('csv')
    expect((await inspect('a.csv', workbook)).format).toBe('xlsx')
    expect((await inspect('b.csv', '[{"titre": "A"}]')).format).toBe('json')
    expect(
      (await inspect('c.txt', zipOf([{ name: 'x/2026/03/propositions.csv', content: csv }]))).format,
    ).toBe('zip/csv')
    const open = await inspect('a.xls', openDocument(openRow(1)))
    expect(open.format).toBe('ods')
    expect(open.notices.map(({ code }) => code)).toEqual(['extension-differs'])
  })

  it('takes the last value of a formula and nothing of an error, and says so', async () => {
    const rows = `${rowOf(1, ['Titre', 'Coût'])}<row r="2"><c r="A2" t="str"><f>"Ba"&amp;"ncs"</f><v>Bancs</v></c><c r="B2"><f>1/0</f><v>12.5</v></c></row><row r="3"><c r="A3" t="str"><v>Mare</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`
    const { sample, notices } = await inspect('f.xlsx', workbookOf({ A: rows }))
    expect(sample.map(({ cells }) => cells)).toEqual([
      ['Bancs', 12.5],
      ['Mare', null],
    ])
    expect(notices.map(({ code }) => code)).toEqual(['formula-value'])
  })

  it('opens the first sheet that holds something', async () => {
    const { sheet, sheets } = await inspect(
      's.xlsx',
      workbookOf({ Vide: '', Pleine: rowOf(1, ['Titre']) + rowOf(2, ['Bancs']) }),
    )
    expect(sheets).toEqual(['Vide', 'Pleine'])
    expect(sheet).toBe('Pleine')
  })

  it('keeps once a column that stands twice over the same values, and says so', async () => {
    const { notices } = await inspect('d.csv', 'id;Titre;id\n1;Bancs;1\n2;Mare;2\n')
    expect(notices).toEqual([{ code: 'headers-repeated-same', parameters: { columns: 'id' } }])
  })

  async function inspect(name: string, content: string | Uint8Array) {
    return importsService.inspect({ path: givenFile(dossier, name, content), choices: {} }, call)
  }
})
