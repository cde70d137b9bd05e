import { describe, expect, it } from 'vitest'
import { previewReport } from '../../../../electron/exports/reports/preview-report.ts'
import type { ReportDocument } from '../../../../shared/domain/reports/report-document.ts'

async function* manyRows(read: { rows: number }) {
  for (let number = 1; number <= 1_000; number += 1) {
    read.rows = number
    yield { number, amount: { formula: `B${number}*2`, cachedValue: number * 200 } }
  }
}

function documentOf(rows: ReportDocument['sheets'][number]['rows']): ReportDocument {
  return {
    title: 'Essai',
    sheets: [
      {
        name: 'Budget',
        columns: [
          { header: 'N°', key: 'number', width: 8, kind: 'integer' },
          { header: 'Montant', key: 'amount', width: 12, kind: 'amount' },
          { header: 'Note', key: 'note', width: 12, kind: 'text' },
        ],
        rows,
      },
    ],
    properties: { title: 'Essai', language: 'fr', author: 'Roubaix' },
    timeZone: 'Europe/Paris',
    generatedAt: '2026-03-01T09:00:00.000Z',
  }
}

describe('previewReport', () => {
  it('shows the first rows, formulas by what they come to, and reads no further', async () => {
    const read = { rows: 0 }
    const previews = await previewReport(documentOf(manyRows(read)), 2, new AbortController().signal)
    expect(previews).toEqual([
      {
        name: 'Budget',
        columns: [
          { header: 'N°', kind: 'integer' },
          { header: 'Montant', kind: 'amount' },
          { header: 'Note', kind: 'text' },
        ],
        rows: [
          [1, 200, null],
          [2, 400, null],
        ],
        more: true,
      },
    ])
    expect(read.rows).toBe(3)
  })

  it('says when it shows them all', async () => {
    const [sheet] = await previewReport(documentOf([{ number: 7 }]), 2, new AbortController().signal)
    expect(sheet).toMatchObject({ rows: [[7, null, null]], more: false })
  })

  it('stops when it is cancelled', async () => {
    await expect(
      previewReport(documentOf(manyRows({ rows: 0 })), 2, AbortSignal.abort()),
    ).rejects.toMatchObject({ code: 'cancelled' })
  })
})
