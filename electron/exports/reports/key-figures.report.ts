import { sharesInBasisPoints } from '../../../shared/domain/reports/largest-remainder.ts'
import type { ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { KeyFigures, LabelledCount } from '../../../shared/read-models/key-figures.ts'
import type { MeetingRecord } from '../../../shared/read-models/meeting.ts'
import type { Report } from './report.ts'
import type { Wording } from './wording.ts'

/** Key figures of a démarche: the figures, their breakdowns, the deposits day by day, the register of meetings. */
export const keyFiguresReport = {
  id: 'key-figures',
  holdsNames: false,
  sheets: async (sources, wording) => {
    const figures = await sources.keyFigures()
    const meetings = await sources.meetings()
    return [
      figuresSheet(figures, wording),
      breakdownsSheet(figures, wording),
      depositsSheet(figures, wording),
      meetingsSheet(meetings, wording),
    ]
  },
} as const satisfies Report

function figuresSheet(figures: KeyFigures, { column, sheetName, t }: Wording): ReportSheet {
  const { participants, contributions } = figures
  const count = (key: string, value: number): ReportRow => ({
    figure: t(`workbooks.figure.${key}`),
    count: value,
  })
  const amount = (key: string, value: number | null): ReportRow => ({
    figure: t(`workbooks.figure.${key}`),
    amount: value,
  })
  // A total is a formula over the rows that follow it, as long as those rows do add up to it.
  const total = (key: string, rows: string, value: number, parts: readonly number[]): ReportRow => ({
    figure: t(`workbooks.figure.${key}`),
    count: isSum(value, parts) ? { formula: `SUM(${rows})`, cachedValue: value } : value,
  })
  return {
    name: sheetName('keyFigures'),
    columns: [column('figure', 'text', 52), column('count', 'integer', 16), column('amount', 'amount', 20)],
    rows: [
      total('participants', 'B3:B5', participants.total, [
        participants.authors,
        participants.attendees,
        participants.voters,
      ]),
      count('authors', participants.authors),
      count('attendees', participants.attendees),
      count('voters', participants.voters),
      total('contributions', 'B7:B9', contributions.total, [
        contributions.submissions,
        contributions.comments,
        contributions.atMeetings,
      ]),
      count('submissions', contributions.submissions),
      count('comments', contributions.comments),
      count('atMeetings', contributions.atMeetings),
      count('supports', figures.supports),
      count('meetings', figures.meetings),
      count('projectsOnBallot', figures.projectsOnBallot),
      count('winners', figures.winners),
      amount('envelope', figures.envelope),
      amount('ballotTotal', figures.ballotTotal),
      amount('winnersTotal', figures.winnersTotal),
    ],
  }
}

function breakdownsSheet(figures: KeyFigures, { column, sheetName, t }: Wording): ReportSheet {
  const groups: readonly [string, readonly { readonly label: string; readonly count: number }[]][] = [
    ['district', named(figures.byDistrict, t('labels.noDistrict'))],
    ['theme', named(figures.byTheme, t('labels.noTheme'))],
    [
      'channel',
      figures.byChannel.map(({ channel, count }) => ({ label: t(`labels.channel.${channel}`), count })),
    ],
    ['stage', figures.byStage.map(({ stage, count }) => ({ label: t(`labels.stage.${stage}`), count }))],
    [
      'refusal',
      figures.refusals.map(({ reason, count }) => ({ label: t(`labels.reason.${reason}`), count })),
    ],
  ]
  const rows = groups.flatMap(([group, entries]): ReportRow[] => {
    const shares = sharesInBasisPoints(entries.map(({ count }) => count))
    return entries.map(({ label, count }, index) => ({
      breakdown: t(`workbooks.breakdown.${group}`),
      label,
      count,
      share: shares[index] ?? 0,
    }))
  })
  // Steps of a funnel contain one another: a share of their sum would mean nothing.
  const funnel = figures.funnel.map(
    ({ step, count }): ReportRow => ({
      breakdown: t('workbooks.breakdown.funnel'),
      label: t(`workbooks.funnel.${step}`),
      count,
    }),
  )
  return {
    name: sheetName('breakdowns'),
    columns: [
      column('breakdown', 'text', 26),
      column('label', 'text', 44),
      column('count', 'integer', 12),
      column('share', 'percent', 12),
    ],
    rows: [...rows, ...funnel],
  }
}

function depositsSheet(figures: KeyFigures, { column, sheetName, t }: Wording): ReportSheet {
  return {
    name: sheetName('deposits'),
    totalLabel: t('workbooks.total'),
    columns: [
      column('day', 'date', 16),
      column('deposits', 'integer', 14, { total: 'sum' }),
      column('cumulated', 'integer', 14),
    ],
    rows: figures.depositsByDay.map(({ on, count, cumulated }, index) => ({
      day: on,
      deposits: count,
      cumulated: { formula: `SUM(B$2:B${index + 2})`, cachedValue: cumulated },
    })),
  }
}

function meetingsSheet(meetings: readonly MeetingRecord[], { column, sheetName, t }: Wording): ReportSheet {
  return {
    name: sheetName('meetings'),
    totalLabel: t('workbooks.total'),
    frozenColumns: 1,
    columns: [
      column('meeting', 'text', 40),
      column('meetingKind', 'text', 20),
      column('startsAt', 'datetime', 17),
      column('endsAt', 'datetime', 17),
      column('place', 'text', 34),
      column('attendees', 'integer', 12, { total: 'sum' }),
      column('collected', 'integer', 14, { total: 'sum' }),
      column('noted', 'integer', 14, { total: 'sum' }),
    ],
    rows: meetings.map((meeting) => ({
      meeting: meeting.title,
      meetingKind: meeting.kind === null ? null : t(`labels.meetingKind.${meeting.kind}`),
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      place: meeting.address,
      attendees: meeting.attendees,
      collected: meeting.proposals,
      noted: meeting.contributions,
    })),
  }
}

function isSum(total: number, parts: readonly number[]): boolean {
  return parts.reduce((sum, part) => sum + part, 0) === total
}

/** Counts whose empty label, "not filled in", has got its words. */
function named(counts: readonly LabelledCount[], unnamed: string): readonly LabelledCount[] {
  return counts.map((row) => (row.label === '' ? { ...row, label: unnamed } : row))
}
