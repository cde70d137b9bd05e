import type {
  ReportColumn,
  ReportDocument,
  ReportRow,
} from '../../../../shared/domain/reports/report-document.ts'

/** A document of one sheet, shown in Paris time, with a read-me sheet. */
export function sampleDocument(
  columns: readonly ReportColumn[],
  rows: ReportDocument['sheets'][number]['rows'],
): ReportDocument {
  return {
    title: 'Essai',
    sheets: [{ name: 'Essai', columns, rows, frozenColumns: 1, totalLabel: 'Total' }],
    readMe: {
      name: 'Lisez-moi',
      title: 'Essai',
      labelHeader: 'Rubrique',
      textHeader: 'Contenu',
      notes: [{ label: 'Source', text: '=1+1' }],
      cutCells: { label: 'Textes coupés', more: (count) => `… et ${count} autres`, mark: ' […coupé]' },
    },
    properties: { title: 'Essai', language: 'fr', author: 'Service participation' },
    timeZone: 'Europe/Paris',
    generatedAt: '2026-03-01T10:00:00.000Z',
    print: { footerLeft: 'R&D', footerRight: '2026', header: 'DÉMONSTRATION' },
  }
}

/** A column of each kind, its key being the kind. */
export const everyKind: readonly ReportColumn[] = [
  { header: 'Texte', key: 'text', width: 20, kind: 'text' },
  { header: 'Long', key: 'long-text', width: 40, kind: 'long-text' },
  { header: 'Nombre', key: 'integer', width: 10, kind: 'integer', total: 'sum' },
  { header: 'Montant', key: 'amount', width: 16, kind: 'amount', total: 'sum' },
  { header: 'Taux', key: 'percent', width: 10, kind: 'percent' },
  { header: 'Quantité', key: 'quantity', width: 10, kind: 'quantity' },
  { header: 'Prix', key: 'unit-price', width: 12, kind: 'unit-price' },
  { header: 'Latitude', key: 'coordinate', width: 12, kind: 'coordinate', outline: true },
  { header: 'Jour', key: 'date', width: 12, kind: 'date' },
  { header: 'Instant', key: 'datetime', width: 16, kind: 'datetime' },
]

/** One row with a value of each kind. */
export const fullRow: ReportRow = {
  text: '01004',
  'long-text': 'Deux\nlignes',
  integer: 12,
  amount: 123_456,
  percent: 550,
  quantity: 1005,
  'unit-price': 125_050,
  coordinate: 47.912345,
  date: '2026-03-29',
  datetime: '2026-06-30T22:30:00.000Z',
}
