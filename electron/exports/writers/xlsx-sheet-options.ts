import type { AddWorksheetOptions } from 'exceljs'
import { columnLetters } from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportDocument, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import { cleanText } from './cell-text.ts'

/** Characters that one A4 page across still prints at a readable size. */
const charactersPerPage = 250
const a4 = 9

/** View and print set-up of a sheet: frozen header, A4 landscape, header repeated, page numbers at the foot. */
export function sheetOptions(sheet: ReportSheet, document: ReportDocument): Partial<AddWorksheetOptions> {
  const width = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  const pagesAcross = Math.max(1, Math.ceil(width / charactersPerPage))
  const frozen = sheet.frozenColumns ?? 0
  return {
    views: [{ state: 'frozen', xSplit: frozen, ySplit: 1, showGridLines: false }],
    pageSetup: {
      ...page(),
      fitToWidth: pagesAcross,
      printTitlesRow: '1:1',
      ...(pagesAcross > 1 && frozen > 0 ? { printTitlesColumn: `A:${columnLetters(frozen - 1)}` } : {}),
    },
    headerFooter: headerAndFooter(document),
    properties: { outlineLevelCol: sheet.columns.some((column) => column.outline === true) ? 1 : 0 },
  }
}

/** A4 landscape, as many pages down as needed. */
export function page(): NonNullable<AddWorksheetOptions['pageSetup']> {
  return {
    paperSize: a4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
}

/** Running lines of each printed page: `&P / &N` are Excel's page and number of pages. */
export function headerAndFooter(document: ReportDocument): NonNullable<AddWorksheetOptions['headerFooter']> {
  const { print } = document
  const footer = `&L${literal(print?.footerLeft)}&C&P / &N&R${literal(print?.footerRight)}`
  const header = literal(print?.header)
  return { oddFooter: footer, ...(header === '' ? {} : { oddHeader: `&C&B${header}` }) }
}

/** A text as it prints: `&` opens a code, and a digit right after a code would be taken for a font size. */
function literal(text: string | undefined): string {
  if (text === undefined || text === '') return ''
  // Excel refuses files whose header or footer passes 255 characters; three parts share them.
  const clean = cleanText(text).replaceAll('\n', ' ').slice(0, 70).replaceAll('&', '&&')
  return /^\d/.test(clean) ? ` ${clean}` : clean
}
