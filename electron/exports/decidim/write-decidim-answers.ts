import { writeFile } from 'node:fs/promises'
import type { ReportColumn, ReportRow } from '../../../shared/domain/reports/report-document.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { decidimDialect, writeCsv } from '../writers/csv.writer.ts'
import { type WriteOptions, writeXlsx } from '../writers/xlsx.writer.ts'
import type { DecidimAnswers } from './decidim-answers.ts'

/** The formats that Decidim's importer takes. */
export const decidimAnswerFormats = ['csv', 'xlsx', 'json'] as const
export type DecidimAnswerFormat = (typeof decidimAnswerFormats)[number]

/** The format that a file name asks for; CSV for any other extension. */
export function decidimAnswerFormatOf(fileName: string): DecidimAnswerFormat {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return decidimAnswerFormats.find((format) => format === extension) ?? 'csv'
}

/**
 * Writes answers for Decidim's own importer: `id;state;status;answer/<locale>`. The state stands twice because a
 * coming version renames its column, and unknown columns are ignored (Decidim reference §2.2). Refuses with
 * `decidim-answer-too-long` when a workbook's cell cannot hold an answer, with `cancelled` on the signal.
 */
export async function writeDecidimAnswers(
  { answers, locale }: DecidimAnswers,
  path: string,
  format: DecidimAnswerFormat,
  options: WriteOptions = {},
): Promise<void> {
  const answerKey = `answer/${locale}`
  const keys = ['id', 'state', 'status', answerKey]
  const rows = answers.map(
    ({ id, state, answerHtml }): Record<string, string> => ({
      id,
      state,
      status: state,
      [answerKey]: answerHtml,
    }),
  )
  if (format === 'json') {
    await writeFile(path, `${JSON.stringify(rows, null, 2)}\n`)
    return
  }
  const columns = keys.map(
    (key): ReportColumn => ({
      header: key,
      key,
      width: key === answerKey ? 80 : 14,
      kind: key === answerKey ? 'long-text' : 'text',
    }),
  )
  if (format === 'csv') {
    await writeCsv({ columns, rows }, path, decidimDialect, 'UTC', options)
    return
  }
  const { cutCells } = await writeXlsx(
    {
      title: 'answers',
      sheets: [{ name: 'answers', columns, rows: rows satisfies readonly ReportRow[], linesPerRow: 3 }],
      properties: { title: 'answers', language: locale, author: 'Parvis' },
      timeZone: 'UTC',
      generatedAt: '1980-01-01T00:00:00.000Z',
    },
    path,
    options,
  )
  // A cut answer would reach the citizen cut: CSV has no such limit.
  if (cutCells > 0) throw new AppError('decidim-answer-too-long', { count: cutCells })
}
