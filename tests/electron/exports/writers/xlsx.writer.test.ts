import { hash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import ExcelJS, { type Worksheet } from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../../../electron/exports/writers/atomic-file.ts'
import { writeXlsx } from '../../../../electron/exports/writers/xlsx.writer.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { zipEntry } from '../zip-entry.ts'
import { everyKind, fullRow, sampleDocument } from './sample-document.ts'

const inFolder = temporaryFolder()

async function readBack(path: string): Promise<(name: string) => Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return (name) => {
    const sheet = workbook.getWorksheet(name)
    if (sheet === undefined) throw new Error(`No sheet ${name}`)
    return sheet
  }
}

describe('writeXlsx', () => {
  it('writes real numbers, real dates in local time, and codes as text', async () => {
    const path = inFolder('kinds.xlsx')
    await writeXlsx(sampleDocument(everyKind, [fullRow]), path)
    const row = (await readBack(path))('Essai').getRow(2)
    expect(everyKind.map((_, index) => row.getCell(index + 1).value)).toEqual([
      '01004',
      'Deux\nlignes',
      12,
      1234.56,
      0.055,
      1.005,
      12.505,
      47.912345,
      new Date('2026-03-29T00:00:00Z'),
      // Half past midnight in Paris, the next day.
      new Date('2026-07-01T00:30:00Z'),
    ])
    expect(row.getCell(4).numFmt).toBe('#,##0.00 "€"')
    expect(row.getCell(9).numFmt).toBe('dd/mm/yyyy')
    expect(row.getCell(1).numFmt).toBe('@')
  })

  it('waits for a slow disk as often as it must and leaves no listener behind', async () => {
    const warned: string[] = []
    const listen = ({ name }: Error): void => {
      warned.push(name)
    }
    process.on('warning', listen)
    const rows = Array.from({ length: 1_500 }, () => ({
      ...fullRow,
      'long-text': randomBytes(12_000).toString('hex'),
    }))
    await writeXlsx(sampleDocument(everyKind, rows), inFolder('long.xlsx'))
    process.off('warning', listen)
    expect(warned).toEqual([])
  })

  it('freezes the header, filters the records, prints on A4 landscape and repeats the header', async () => {
    const path = inFolder('view.xlsx')
    await writeXlsx(sampleDocument(everyKind, [fullRow, fullRow, fullRow]), path)
    const sheet = (await readBack(path))('Essai')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:J4')
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow).toBe('1:1')
    expect(sheet.headerFooter.oddFooter).toBe('&LR&&D&C&P / &N&R 2026')
    expect(sheet.getColumn(8).outlineLevel).toBe(1)
    expect(await zipEntry(path, 'xl/worksheets/sheet1.xml')).not.toContain('collapsed')
  })

  it('adds a live total whose cached value is the exact sum', async () => {
    const path = inFolder('total.xlsx')
    await writeXlsx(
      sampleDocument(
        everyKind,
        [10, 20, 30].map((amount) => ({ ...fullRow, amount })),
      ),
      path,
    )
    const total = (await readBack(path))('Essai').getRow(5)
    expect(total.getCell(1).value).toBe('Total')
    expect(total.getCell(4).value).toEqual({ formula: 'ROUND(SUBTOTAL(9,D2:D4),2)', result: 0.6 })
    expect(total.getCell(3).value).toEqual({ formula: 'SUBTOTAL(9,C2:C4)', result: 36 })
  })

  it('writes an empty sheet with its header, without filter nor total', async () => {
    const path = inFolder('empty.xlsx')
    await writeXlsx(sampleDocument(everyKind, []), path)
    const sheet = (await readBack(path))('Essai')
    expect([sheet.actualRowCount, sheet.autoFilter ?? null]).toEqual([1, null])
  })

  it('keeps texts that look like formulas as texts, even when someone edits the cell', async () => {
    const texts = ['=1+1', '+33 6', '-5', '@SOMME(A1)', '\t=1', ' =1', '＝1+1', 'Bancs']
    const path = inFolder('formulas.xlsx')
    await writeXlsx(
      sampleDocument(
        everyKind,
        texts.map((text) => ({ text })),
      ),
      path,
    )
    const sheet = (await readBack(path))('Essai')
    const cells = texts.map((_, index) => sheet.getCell(index + 2, 1))
    expect(cells.map((cell) => cell.type)).toEqual(texts.map(() => ExcelJS.ValueType.String))
    expect(cells.map((cell) => cell.value)).toEqual(texts)
    const quoted = await quotedCells(path)
    expect(texts.map((_, index) => quoted.has(`A${index + 2}`))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('removes control characters and lone surrogates, and shows escapes as they were written', async () => {
    const path = inFolder('characters.xlsx')
    const text = 'a\u0000b\u0007c\ud83dd\u{1f333}e\r\nf_x0041_g\ufffe'
    await writeXlsx(sampleDocument(everyKind, [{ text }]), path)
    const xml = await zipEntry(path, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<v>abcd\u{1f333}e\nf_x005F_x0041_g</v>')
  })

  it('cuts a text too long for a cell, says so in it and in the read-me sheet', async () => {
    const path = inFolder('long.xlsx')
    const rows = [{ 'long-text': 'é'.repeat(32_767) }, { 'long-text': 'x'.repeat(32_768) }]
    const summary = await writeXlsx(sampleDocument(everyKind, rows), path)
    const sheet = await readBack(path)
    const cut = String(sheet('Essai').getCell('B3').value)
    expect(summary).toEqual({ rows: 2, cutCells: 1 })
    expect(String(sheet('Essai').getCell('B2').value)).toHaveLength(32_767)
    expect([cut.length, cut.endsWith(' […coupé]')]).toEqual([32_767, true])
    expect(sheet('Lisez-moi').getCell('B4').value).toBe('Essai B3 (Long)')
  })

  it('puts the read-me sheet first and names title, language and service in the properties', async () => {
    const path = inFolder('properties.xlsx')
    await writeXlsx(sampleDocument(everyKind, [fullRow]), path)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Lisez-moi', 'Essai'])
    expect([workbook.title, workbook.creator]).toEqual(['Essai', 'Service participation'])
    expect(await zipEntry(path, 'docProps/core.xml')).toContain('<dc:language>fr</dc:language>')
    const titles = await zipEntry(path, 'xl/workbook.xml')
    expect(titles).toContain('localSheetId="1">&apos;Essai&apos;!$1:$1<')
  })

  it('gives back every text and amount of any row', async () => {
    const path = inFolder('any.xlsx')
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    const amount = fc.integer({ min: -90_000_000_000, max: 90_000_000_000 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ text: cell, amount }), { maxLength: 20 }), async (rows) => {
        await writeXlsx(sampleDocument(everyKind, rows), path)
        const sheet = (await readBack(path))('Essai')
        const read = rows.map((_, index) => ({
          text: String(sheet.getCell(index + 2, 1).value ?? ''),
          amount: Math.round(Number(sheet.getCell(index + 2, 4).value) * 100),
        }))
        const expected = rows.map((row) => ({
          // Control characters go, line ends become LF: cell-text.test.ts holds the rule.
          text: row.text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|[\u007f\ufffe\uffff]/gu, ''),
          amount: row.amount === 0 ? 0 : row.amount,
        }))
        expect(withoutC1(read)).toEqual(withoutC1(expected))
      }),
      { numRuns: 25 },
    )
  })

  it('stops on the signal, leaving neither a file nor a temporary one', async () => {
    const path = inFolder('stopped/x.xlsx')
    const folder = dirname(path)
    await import('node:fs/promises').then(({ mkdir }) => mkdir(folder))
    const controller = new AbortController()
    function* endless() {
      for (;;) yield fullRow
    }
    const written = writeFileAtomically(
      path,
      async (temporaryPath) => {
        await writeXlsx(sampleDocument(everyKind, endless()), temporaryPath, {
          signal: controller.signal,
          progress: (rows) => {
            if (rows > 500) controller.abort()
          },
        })
      },
      controller.signal,
    )
    await expect(written).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(folder)).toEqual([])
  })

  it('ends a sheet whose texts do not compress', async () => {
    const path = inFolder('random.xlsx')
    const rows = Array.from({ length: 250 }, (_, row) => ({
      text: Array.from({ length: 30 }, (_, part) => hash('sha512', `${row} ${part}`, 'base64')).join(''),
    }))
    const columns = everyKind.filter(({ key }) => key === 'text')
    const written = await writeXlsx(sampleDocument(columns, rows), path)
    expect(written).toEqual({ rows: 250, cutCells: 0 })
  })

  it('tells of a source that fails while writing, and closes the file', async () => {
    async function* failing() {
      yield fullRow
      throw new Error('source lost')
    }
    const path = inFolder('failing.xlsx')
    await expect(writeXlsx(sampleDocument(everyKind, failing()), path)).rejects.toThrow('source lost')
  })
})

// XML keeps C1 controls out of some readers: compare without them.
function withoutC1(rows: readonly { readonly text: string; readonly amount: number }[]) {
  return rows.map(({ text, amount }) => ({ text: text.replace(/[\u0080-\u009f]/g, ''), amount }))
}

/** Addresses of the cells whose style has `quotePrefix`. */
async function quotedCells(path: string): Promise<ReadonlySet<string>> {
  const styles = await zipEntry(path, 'xl/styles.xml')
  const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? []
  const xml = await zipEntry(path, 'xl/worksheets/sheet1.xml')
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)]
  return new Set(
    cells
      .filter(([, , style]) => formats[Number(style)]?.includes('quotePrefix="1"') === true)
      .map(([, address]) => address ?? ''),
  )
}
