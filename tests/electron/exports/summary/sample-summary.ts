import type { SummaryData } from '../../../../electron/exports/summary/summary-options.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { KeyFigures } from '../../../../shared/read-models/key-figures.ts'
import type { ProcessDetail } from '../../../../shared/read-models/process.ts'

const dailyCounts = [
  3, 1, 0, 2, 4, 0, 1, 1, 0, 5, 2, 0, 0, 3, 1, 2, 0, 1, 4, 2, 0, 3, 1, 0, 2, 6, 3, 4, 5, 3,
] as const

const process: ProcessDetail = {
  id: 'process',
  kind: 'participatory-budget',
  title: 'Budget participatif de Roubaix',
  edition: 'Édition 2019',
  referencePrefix: 'BP19',
  communeName: 'Ville de Roubaix',
  inseeCode: '59512',
  contact: 'participation@roubaix.invalid',
  signatureBlock: '',
  accentColor: '#1f4e79',
  logoAttachmentId: null,
  envelope: cents(10_000_000),
  projectCap: null,
  publishedCostStep: cents(50_000),
  foreword: '',
  votingInstructions: '',
  timeZone: 'Europe/Paris',
  votersCount: 812,
  demonstration: true,
  departments: [],
  phases: [],
  themes: [],
  districts: [],
  rulebook: { id: 'r1', number: 1, text: '', criteria: [], adoptedAt: '2018-12-13T17:00:00.000Z' },
  version: 1,
}

/** Figures at the size of Roubaix 2019: 59 proposals, 14 projects on the ballot. */
export function sampleFigures(): KeyFigures {
  let cumulated = 0
  return {
    participants: { authors: 51, attendees: 230, voters: 812, total: 1093 },
    contributions: { submissions: 59, comments: 118, atMeetings: 64, total: 241 },
    supports: 1320,
    meetings: 9,
    submissions: 59,
    projectsOnBallot: 14,
    winners: 6,
    envelope: cents(10_000_000),
    ballotTotal: cents(18_734_512),
    winnersTotal: cents(9_876_543),
    depositsByDay: dailyCounts.map((count, index) => {
      cumulated += count
      return { on: `2019-03-${String(index + 1).padStart(2, '0')}`, count, cumulated }
    }),
    byDistrict: [
      { label: 'Hommelet', count: 9 },
      { label: 'Le Pile', count: 18 },
      { label: 'Sartel-Carihem', count: 12 },
      { label: '', count: 4 },
      { label: 'Moulin-Potennerie et quartiers de la gare', count: 9 },
      { label: 'Trois-Ponts', count: 7 },
    ],
    byTheme: [
      { label: 'Nature en ville', count: 21 },
      { label: 'Mobilités', count: 14 },
      { label: 'Jeunesse et sports', count: 13 },
      { label: 'Patrimoine et culture', count: 11 },
    ],
    byChannel: [
      { channel: 'online', count: 41 },
      { channel: 'paper', count: 12 },
      { channel: 'meeting', count: 6 },
    ],
    byStage: [
      { stage: 'winner', count: 6 },
      { stage: 'not-selected', count: 8 },
      { stage: 'inadmissible', count: 27 },
      { stage: 'infeasible', count: 11 },
      { stage: 'merged', count: 7 },
    ],
    refusals: [
      { reason: 'not-municipal-competence', count: 12 },
      { reason: 'operating-cost', count: 9 },
      { reason: 'already-planned', count: 7 },
      { reason: 'no-land', count: 6 },
      { reason: 'technical', count: 4 },
    ],
    funnel: [
      { step: 'submitted', count: 59 },
      { step: 'admissible', count: 32 },
      { step: 'feasible', count: 21 },
      { step: 'on-ballot', count: 14 },
      { step: 'winner', count: 6 },
    ],
  }
}

/** A report's data with some parts changed. */
export function sampleSummary(
  figures: Partial<KeyFigures> = {},
  processChanges: Partial<ProcessDetail> = {},
): SummaryData {
  return {
    process: { ...process, ...processChanges },
    figures: { ...sampleFigures(), ...figures },
    generatedAt: '2019-07-01T08:00:00.000Z',
  }
}
