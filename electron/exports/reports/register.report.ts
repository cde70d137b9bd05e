import type { ReportRow } from '../../../shared/domain/reports/report-document.ts'
import type { RegisterRow } from '../../../shared/read-models/reports.ts'
import type { Report } from './report.ts'
import type { Wording } from './wording.ts'

/** Register of submissions: one row per submission, everything that the dossier knows of it. */
export const registerReport = {
  id: 'register',
  holdsNames: true,
  sheets: async (sources, wording) => {
    const { column, sheetName, t } = wording
    return [
      {
        name: sheetName('register'),
        frozenColumns: 2,
        linesPerRow: 3,
        totalLabel: t('workbooks.totalShown'),
        columns: [
          column('reference', 'text', 14),
          column('title', 'text', 38),
          column('number', 'integer', 8),
          column('submittedOn', 'datetime', 17),
          column('channel', 'text', 12),
          column('text', 'long-text', 60),
          column('author', 'text', 22),
          column('theme', 'text', 22),
          column('district', 'text', 22),
          column('address', 'text', 28, { outline: true }),
          column('latitude', 'coordinate', 12, { outline: true }),
          column('longitude', 'coordinate', 12, { outline: true }),
          column('supports', 'integer', 11, { total: 'sum' }),
          column('comments', 'integer', 15, { total: 'sum' }),
          column('stage', 'text', 20),
          column('assignee', 'text', 20),
          column('reasons', 'text', 26),
          column('answer', 'long-text', 50),
          column('url', 'text', 34, { outline: true }),
          column('platformId', 'text', 14, { outline: true }),
        ],
        rows: registerRows(sources.register(), wording),
      },
    ]
  },
} as const satisfies Report

async function* registerRows(
  submissions: Iterable<RegisterRow> | AsyncIterable<RegisterRow>,
  { t, list }: Wording,
): AsyncGenerator<ReportRow> {
  for await (const submission of submissions) {
    yield {
      reference: submission.reference,
      title: submission.title,
      number: submission.number,
      submittedOn: submission.submittedAt,
      channel: t(`labels.channel.${submission.channel}`),
      text: submission.bodyText,
      author: submission.authorName,
      theme: submission.themeName,
      district: submission.districtName,
      address: submission.address,
      latitude: submission.latitude,
      longitude: submission.longitude,
      supports: submission.supportsCount,
      comments: submission.commentsCount,
      stage: t(`labels.stage.${submission.stage}`),
      assignee: submission.assigneeName,
      reasons: list(submission.reasons.map((reason) => t(`labels.reason.${reason}`))),
      answer: submission.answer,
      url: submission.url,
      platformId: submission.externalId,
    }
  }
}
