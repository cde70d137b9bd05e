import {
  columnLetters,
  firstDataRow,
  lettersOf,
  sheetRange,
} from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportColumn, ReportRow } from '../../../shared/domain/reports/report-document.ts'
import type { FeasibilityReportStudy } from '../../../shared/read-models/reports.ts'
import type { Wording } from './wording.ts'

/** Rows of the sheets of lines and of VAT, and per study the formulas that add them up; `undefined` without an estimate. */
export interface StudyFigures {
  readonly lineRows: readonly ReportRow[]
  readonly vatRows: readonly ReportRow[]
  readonly sums: readonly ({ readonly exclVat: string; readonly vat: string } | undefined)[]
}

/** Columns of the sheet of costed lines. */
export function costLineColumns({ column }: Wording): readonly ReportColumn[] {
  return [
    column('reference', 'text', 14),
    column('title', 'text', 34),
    column('lineKind', 'text', 20),
    column('lineLabel', 'text', 48),
    column('quantity', 'quantity', 12),
    column('unit', 'text', 10),
    column('unitPrice', 'unit-price', 16),
    column('addOnRate', 'percent', 12),
    column('vatRate', 'percent', 11),
    column('amountExclVat', 'amount', 16, { total: 'sum' }),
  ]
}

/** Columns of the sheet of VAT: one row per study and rate. */
export function vatColumns({ column }: Wording): readonly ReportColumn[] {
  return [
    column('reference', 'text', 14),
    column('title', 'text', 48),
    column('vatRate', 'percent', 12),
    column('base', 'amount', 18, { total: 'sum' }),
    column('vat', 'amount', 18, { total: 'sum' }),
  ]
}

/**
 * Lays out the figures of studies so that the workbook works them out as `workOutEstimate` does: lines and add-ons
 * rounded one by one, VAT once per rate and study (domain reference §3.2).
 */
export function studyFigures(studies: readonly FeasibilityReportStudy[], wording: Wording): StudyFigures {
  const columns = costLineColumns(wording)
  const letters = (key: string) => lettersOf(columns, key)
  const lineRows: ReportRow[] = []
  const vatRows: ReportRow[] = []
  const linesSheet = wording.sheetName('costLines')
  const vatSheet = wording.sheetName('studyVat')
  const linesAt = sheetRange(linesSheet, columns, 1)
  const vatAt = sheetRange(vatSheet, vatColumns(wording), 1)
  const between = (at: typeof linesAt, key: string, from: number, to: number) =>
    `${at.cell(key, from)}:${at.cell(key, to).split('!')[1] ?? ''}`

  const sums = studies.map((study) => {
    const from = lineRows.length
    lineRows.push(...linesOf(study, firstDataRow + from, letters, wording))
    const to = lineRows.length - 1
    if (to < from) return undefined
    const vatFrom = vatRows.length
    const vatLetter = (key: string) =>
      columnLetters(vatColumns(wording).findIndex((column) => column.key === key))
    for (const { rateBasisPoints, base, vat } of study.estimate.vatByRate) {
      const row = firstDataRow + vatRows.length
      const rates = between(linesAt, 'vatRate', from, to)
      const amounts = between(linesAt, 'amountExclVat', from, to)
      vatRows.push({
        reference: study.reference,
        title: study.title,
        vatRate: rateBasisPoints,
        base: {
          formula: `ROUND(SUMIFS(${amounts},${rates},${vatLetter('vatRate')}${row}),2)`,
          cachedValue: base,
        },
        vat: {
          formula: `ROUND(${vatLetter('base')}${row}*${vatLetter('vatRate')}${row},2)`,
          cachedValue: vat,
        },
      })
    }
    const vatTo = vatRows.length - 1
    return {
      exclVat: `ROUND(SUM(${between(linesAt, 'amountExclVat', from, to)}),2)`,
      vat: vatTo < vatFrom ? '0' : `ROUND(SUM(${between(vatAt, 'vat', vatFrom, vatTo)}),2)`,
    }
  })
  return { lineRows, vatRows, sums }
}

function linesOf(
  study: FeasibilityReportStudy,
  firstRow: number,
  letters: (key: string) => string,
  { t }: Wording,
): ReportRow[] {
  const { estimate, addOns } = study
  const common = { reference: study.reference, title: study.title }
  const rows: ReportRow[] = study.costLines.map((line, index) => {
    const row = firstRow + index
    return {
      ...common,
      lineKind: t('workbooks.lineKind.works'),
      lineLabel: line.label,
      quantity: line.quantityThousandths,
      unit: line.unit,
      unitPrice: line.unitPriceTenThousandths,
      vatRate: line.vatRateBasisPoints,
      amountExclVat: {
        formula: `ROUND(${letters('quantity')}${row}*${letters('unitPrice')}${row},2)`,
        cachedValue: estimate.lines[index] ?? 0,
      },
    }
  })
  const amount = letters('amountExclVat')
  const works = `SUM(${amount}${firstRow}:${amount}${firstRow + rows.length - 1})`
  let contingencyCell: string | undefined
  const addOn = (kind: string, label: string, rate: number | null, value: ReportRow[string]) => {
    rows.push({
      ...common,
      lineKind: t(`workbooks.lineKind.${kind}`),
      lineLabel: t(`workbooks.lineLabel.${label}`),
      addOnRate: rate,
      vatRate: addOns.addOnVatRateBasisPoints,
      amountExclVat: value,
    })
    return `${amount}${firstRow + rows.length - 1}`
  }
  const share = (base: string) => `ROUND((${base})*${letters('addOnRate')}${firstRow + rows.length},2)`
  if (estimate.contingency !== 0) {
    const value = { formula: share(works), cachedValue: estimate.contingency }
    contingencyCell = addOn('contingency', 'contingency', addOns.contingencyBasisPoints, value)
  }
  if (estimate.designFee !== 0) {
    const withContingency = addOns.designFeeBase === 'works-and-contingency' && contingencyCell !== undefined
    const base = withContingency ? `${works}+${contingencyCell}` : works
    const value = { formula: share(base), cachedValue: estimate.designFee }
    addOn('design-fee', `design-fee-${addOns.designFeeBase}`, addOns.designFeeBasisPoints, value)
  }
  if (estimate.preliminaryStudies !== 0) {
    addOn('preliminary-studies', 'preliminary-studies', null, estimate.preliminaryStudies)
  }
  return rows
}
