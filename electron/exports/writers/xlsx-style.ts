import type { Style } from 'exceljs'
import type { ColumnKind } from '../../../shared/domain/reports/report-document.ts'

const numberFormats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  // Excel shows long texts in a text-formatted cell as ###; the general format shows them.
  'long-text': 'General',
  integer: '#,##0',
  amount: '#,##0.00 "€"',
  percent: '0.0%',
  // « #,##0.### » would show a lone decimal mark after whole quantities.
  quantity: 'General',
  'unit-price': '#,##0.00## "€"',
  coordinate: '0.000000',
  date: 'dd/mm/yyyy',
  datetime: 'dd/mm/yyyy hh:mm',
}

const textKinds: readonly ColumnKind[] = ['text', 'long-text']

/** True for columns that hold words. */
export function isTextKind(kind: ColumnKind): boolean {
  return textKinds.includes(kind)
}

function isDateKind(kind: ColumnKind): boolean {
  return kind === 'date' || kind === 'datetime'
}

// A font without a name is whatever the reader's spreadsheet falls back to.
const font = { name: 'Calibri', family: 2, size: 11 } as const

function alignmentOf(kind: ColumnKind): Style['alignment'] {
  const alignment: Partial<Style['alignment']> = isTextKind(kind)
    ? { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true }
    : isDateKind(kind)
      ? { vertical: 'top', horizontal: 'center' }
      : { vertical: 'top', horizontal: 'right', indent: 1 }
  // ExcelJS asks for every field and writes only those given.
  return alignment as Style['alignment']
}

function everyKind(
  style: (kind: ColumnKind) => Partial<Style>,
): Readonly<Record<ColumnKind, Partial<Style>>> {
  return {
    text: style('text'),
    'long-text': style('long-text'),
    integer: style('integer'),
    amount: style('amount'),
    percent: style('percent'),
    quantity: style('quantity'),
    'unit-price': style('unit-price'),
    coordinate: style('coordinate'),
    date: style('date'),
    datetime: style('datetime'),
  }
}

const hairline = { style: 'hair', color: { argb: 'FFB8C1CC' } } as const
const line = { style: 'thin', color: { argb: 'FF1F3A5F' } } as const

/** Styles of records. One object per kind for the whole process: ExcelJS finds a style it has seen by its identity. */
export const recordStyles = everyKind((kind) => ({
  numFmt: numberFormats[kind],
  alignment: alignmentOf(kind),
  border: { bottom: hairline },
}))

/** Styles of records whose text a spreadsheet could take for a formula: written with `quotePrefix`. */
export const quotedStyles = everyKind((kind) => ({ ...recordStyles[kind], numFmt: '@' }))

/** Styles of the total row. */
export const totalStyles = everyKind((kind) => ({
  numFmt: numberFormats[kind],
  alignment: alignmentOf(kind),
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F7' } },
  border: { top: line, bottom: line },
}))

/** Style of the total row's label, which may run over the empty cells beside it. */
export const totalLabelStyle: Partial<Style> = {
  ...totalStyles.text,
  alignment: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: false },
}

/** Styles of the header row. */
export const headerStyles = everyKind((kind) => ({
  numFmt: '@',
  font: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } },
  alignment: {
    vertical: 'middle',
    wrapText: true,
    ...(isDateKind(kind)
      ? { horizontal: 'center' }
      : { horizontal: isTextKind(kind) ? 'left' : 'right', indent: 1 }),
  },
}))

/** Title of the read-me sheet. */
export const titleStyle: Partial<Style> = {
  font: { ...font, bold: true, size: 16, color: { argb: 'FF1F3A5F' } },
}

/** Labels of the read-me sheet. */
export const labelStyle: Partial<Style> = {
  font: { ...font, bold: true },
  alignment: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true },
}
