import { admissibilityCriteria } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { ReportRow } from '../../../shared/domain/reports/report-document.ts'
import type { ModerationReportRow } from '../../../shared/read-models/reports.ts'
import { createWallClock } from '../writers/wall-clock.ts'
import type { Report } from './report.ts'
import type { Wording } from './wording.ts'

const day = 86_400_000

/** Tracking of the moderation: where each submission stands, who decided what and why, and the fifteen questions. */
export const moderationReport = {
  id: 'moderation',
  holdsNames: true,
  sheets: async (sources, wording) => {
    const { column, sheetName, t } = wording
    return [
      {
        name: sheetName('moderation'),
        frozenColumns: 2,
        linesPerRow: 3,
        columns: [
          column('reference', 'text', 14),
          column('title', 'text', 38),
          column('submittedOn', 'date', 13),
          column('daysSinceDeposit', 'integer', 13),
          column('stage', 'text', 20),
          column('assignee', 'text', 20),
          column('verdict', 'text', 20),
          column('reasons', 'text', 28),
          column('answer', 'long-text', 60),
          column('redirectedTo', 'text', 24),
          column('decidedBy', 'text', 20),
          column('decidedOn', 'datetime', 17),
          column('rulebook', 'integer', 12),
          column('answeredOn', 'date', 13),
          ...admissibilityCriteria.map((criterion) =>
            column(criterion, 'text', 18, {
              header: `${criterion} ${t(`labels.criterion.${criterion}`)}`,
              outline: true,
            }),
          ),
        ],
        rows: moderationRows(sources.moderation(), wording),
      },
    ]
  },
} as const satisfies Report

async function* moderationRows(
  submissions: Iterable<ModerationReportRow> | AsyncIterable<ModerationReportRow>,
  { t, list, context }: Wording,
): AsyncGenerator<ReportRow> {
  const clock = createWallClock(context.timeZone)
  const dayNumber = (instant: string) => Math.floor((clock.at(instant)?.getTime() ?? 0) / day)
  const today = dayNumber(context.generatedAt)
  for await (const submission of submissions) {
    const checklist = admissibilityCriteria.map((criterion) => {
      const item = submission.checklist[criterion]
      if (item === undefined) return [criterion, null] as const
      const answer = t(`labels.checklistAnswer.${item.answer}`)
      const { comment } = item
      return [criterion, comment === undefined || comment === '' ? answer : `${answer}\n${comment}`] as const
    })
    yield {
      reference: submission.reference,
      title: submission.title,
      submittedOn: submission.submittedAt,
      daysSinceDeposit: today - dayNumber(submission.submittedAt),
      stage: t(`labels.stage.${submission.stage}`),
      assignee: submission.assigneeName,
      verdict: submission.verdict === null ? null : t(`labels.verdict.${submission.verdict}`),
      reasons: list(submission.reasons.map((reason) => t(`labels.reason.${reason}`))),
      answer: submission.answer,
      redirectedTo: submission.redirectedTo,
      decidedBy: submission.decidedByName,
      decidedOn: submission.decidedAt,
      rulebook: submission.rulebookNumber,
      answeredOn: submission.answeredOn === null ? null : `${submission.answeredOn}T12:00:00.000Z`,
      ...Object.fromEntries(checklist),
    }
  }
}
