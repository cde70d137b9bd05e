import { type AddOnFigures, workOutEstimate } from '../../../../shared/domain/finance/estimate.ts'
import type { Stage } from '../../../../shared/domain/lifecycle/stage.ts'
import { cents, sumCents } from '../../../../shared/domain/money/cents.ts'
import type {
  BudgetReport,
  BudgetReportProject,
  FeasibilityReportStudy,
  ModerationReportRow,
  RegisterRow,
  ReportContext,
  ReportSources,
} from '../../../../shared/read-models/reports.ts'

/** Context of the sample workbooks: a demonstration, made on a summer evening in Paris. */
export const sampleContext: ReportContext = {
  language: 'fr',
  communeName: 'Saint-Jean-de-Braye',
  processTitle: 'Budget participatif',
  edition: '2026',
  service: 'Service participation citoyenne',
  perimeter: null,
  generatedAt: '2026-06-30T22:30:00.000Z',
  timeZone: 'Europe/Paris',
  demonstration: true,
  applicationVersion: '0.1.0',
}

/** Names that would trip a SUMIFS: a number with a leading zero, a wildcard, a comparison, a clash of case. */
export const hostileNames = ['01', 'Q*', '>0', 'Nord', 'NORD']
const plainNames = [
  'Centre-bourg',
  'Les Châtaigniers',
  'Le Pressoir Tonneau',
  'Pont-Bordeau',
  'Bords de Loire',
]
const themes = ['Nature en ville', 'Mobilités', 'Sports et loisirs', 'Culture']
const titles = [
  'Verger partagé au parc des Longues-Allées',
  '=HYPERLINK("http://example.invalid";"cliquez")',
  'Bancs à l’ombre sur la place de l’Hôtel de ville, avec tables de pique-nique accessibles',
  '+33 6 : ligne d’écoute',
  'Station de réparation de vélos',
  'Jeux inclusifs à l’école',
]
const noAddOns: AddOnFigures = {
  contingencyBasisPoints: 0,
  designFeeBasisPoints: 0,
  designFeeBase: 'works',
  preliminaryStudies: cents(0),
  addOnVatRateBasisPoints: 2000,
}

const titleAt = (index: number) => titles[index % titles.length] ?? ''
const reference = (number: number) => `BP26-${String(number).padStart(4, '0')}`

/** Registered submissions, with texts that try to run, to break out, or to be too long. */
export function sampleRegister(count = 40): RegisterRow[] {
  const stages: readonly Stage[] = [
    'submitted',
    'admissible',
    'inadmissible',
    'on-ballot',
    'winner',
    'merged',
  ]
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    reference: reference(index + 1),
    // The last minute of a winter day in Paris, and the same minute of a summer day.
    submittedAt: index % 2 === 0 ? '2026-01-31T22:59:00.000Z' : '2026-06-30T21:59:00.000Z',
    channel: index % 3 === 0 ? 'paper' : 'online',
    title: titleAt(index),
    bodyText:
      index === 2
        ? 'x'.repeat(40_000)
        : 'Un lieu pour se retrouver, planter et récolter ensemble.\nLes écoles voisines pourraient participer. '.repeat(
            4,
          ),
    authorName: index === 1 ? '@SOMME(A1:A9)' : 'Camille Exemple',
    themeName: themes[index % themes.length] ?? null,
    districtName: plainNames[index % plainNames.length] ?? null,
    address: '12 rue de la Mairie',
    latitude: 47.912345,
    longitude: 1.97,
    supportsCount: index * 3,
    commentsCount: index % 5,
    stage: stages[index % stages.length] ?? 'submitted',
    assigneeName: index % 4 === 0 ? 'Agent A' : null,
    reasons: index % 6 === 2 ? ['over-cap', 'no-land'] : [],
    answer: index % 6 === 2 ? 'Le terrain n’appartient pas à la commune.' : null,
    url: 'https://participer.example.invalid/proposals/12',
    externalId: `0${index + 1200}`,
  }))
}

/** The same submissions as the moderation sees them. */
export function sampleModeration(count = 40): ModerationReportRow[] {
  return sampleRegister(count).map((row, index) => ({
    number: row.number,
    reference: row.reference,
    title: row.title,
    submittedAt: row.submittedAt,
    stage: row.stage,
    assigneeName: row.assigneeName,
    verdict: index % 2 === 0 ? 'admissible' : null,
    reasons: row.reasons,
    answer: row.answer,
    redirectedTo: null,
    decidedByName: index % 2 === 0 ? 'Agent B' : null,
    decidedAt: index % 2 === 0 ? '2026-03-29T00:59:00.000Z' : null,
    answeredOn: index % 2 === 0 ? '2026-03-30' : null,
    rulebookNumber: 1,
    checklist: { R1: { answer: 'yes' }, R6: { answer: 'to-clarify', comment: 'Voir avec la métropole' } },
  }))
}

/** Studies with cost lines that fall on half cents, add-ons on both bases, and one without an estimate. */
export function sampleStudies(count = 14): FeasibilityReportStudy[] {
  return Array.from({ length: count }, (_, index) => {
    const costLines =
      index === count - 1
        ? []
        : [
            {
              label: 'Banc',
              quantityThousandths: 4000,
              unit: 'u',
              unitPriceTenThousandths: 8_500_000,
              vatRateBasisPoints: 2000,
            },
            {
              label: 'Arbre tige',
              quantityThousandths: 12_000,
              unit: 'u',
              unitPriceTenThousandths: 3_200_000,
              vatRateBasisPoints: 1000,
            },
            {
              label: 'Terrassement',
              quantityThousandths: 1005 + index,
              unit: 'm³',
              unitPriceTenThousandths: 125_050,
              vatRateBasisPoints: 2000,
            },
            {
              label: '=cmd|calc',
              quantityThousandths: 333 * (index + 1),
              unit: 'ml',
              unitPriceTenThousandths: 70_015,
              vatRateBasisPoints: 550,
            },
          ]
    const addOns: AddOnFigures =
      index === count - 1
        ? noAddOns
        : {
            contingencyBasisPoints: 1000,
            designFeeBasisPoints: 800,
            designFeeBase: index % 2 === 0 ? 'works' : 'works-and-contingency',
            preliminaryStudies: cents(90_000),
            addOnVatRateBasisPoints: 2000,
          }
    return {
      number: index + 1,
      reference: reference(index + 1),
      title: titleAt(index),
      stage: 'feasible',
      themeName: themes[index % themes.length] ?? null,
      districtName: plainNames[index % plainNames.length] ?? null,
      leadDepartment: 'Espaces verts',
      dueOn: '2026-05-15',
      grid: { land: { answer: 'favourable' }, technical: { answer: 'reserved', note: 'Racines à protéger' } },
      opinions: [
        {
          department: 'Voirie',
          opinion: 'favourable',
          comment: '',
          requestedOn: '2026-04-01',
          givenOn: '2026-04-12',
          givenByName: 'Agent C',
        },
        {
          department: 'Urbanisme',
          opinion: null,
          comment: '',
          requestedOn: '2026-04-01',
          givenOn: null,
          givenByName: null,
        },
      ],
      costLines,
      addOns,
      estimate: workOutEstimate(costLines, addOns),
      annualRunningCost: cents(35_000),
      conditions: '',
      conclusion: 'feasible',
      answer: 'Réalisable au printemps.',
      concludedByName: 'Agent C',
      concludedAt: '2026-05-10T09:30:00.000Z',
    }
  })
}

/** A budget over the sample studies, one project without an estimate. `names` are those of the districts. */
export function sampleBudget(names: readonly string[] = plainNames): BudgetReport {
  const studies = sampleStudies(15)
  const projects = studies.map((study, index): BudgetReportProject => {
    const estimate = study.costLines.length === 0 ? null : study.estimate
    return {
      number: study.number,
      ballotNumber: index + 1,
      title: study.title,
      districtName: index === 6 ? null : (names[index % names.length] ?? null),
      themeName: themes[index % themes.length] ?? null,
      stage: index < 4 ? 'winner' : 'on-ballot',
      amountExclVat: estimate?.amountExclVat ?? null,
      vat: estimate?.vat ?? null,
      amountInclVat: estimate?.amountInclVat ?? null,
      vatByRate: estimate?.vatByRate ?? [],
      annualRunningCost: index % 3 === 0 ? null : cents(35_000 + index),
      visaState: index % 2 === 0 ? 'granted' : 'none',
      visaByName: index % 2 === 0 ? 'Agent D' : null,
      visaAt: index % 2 === 0 ? '2026-06-01T08:00:00.000Z' : null,
    }
  })
  return {
    envelope: cents(10_000_000),
    projectCap: cents(1_400_000),
    districts: names.map((name, index) => ({ name, envelope: index === 1 ? null : cents(2_000_000) })),
    themes: themes.map((name) => ({ name })),
    projects,
  }
}

/** All sources of the sample workbook. */
export function sampleSources(names?: readonly string[]): ReportSources {
  const budget = sampleBudget(names)
  return {
    register: () => sampleRegister(),
    moderation: () => sampleModeration(),
    feasibility: async () => sampleStudies(),
    budget: async () => budget,
    keyFigures: async () => ({
      participants: { authors: 120, attendees: 85, voters: 1432, total: 1637 },
      contributions: { submissions: 108, comments: 240, atMeetings: 31, total: 379 },
      supports: 2210,
      meetings: 5,
      submissions: 108,
      projectsOnBallot: 47,
      winners: 13,
      envelope: cents(10_000_000),
      ballotTotal: sumCents(
        budget.projects.map(({ amountInclVat }) => amountInclVat).filter((a) => a !== null),
      ),
      winnersTotal: cents(5_000_000),
      depositsByDay: [
        { on: '2026-01-30', count: 4, cumulated: 4 },
        { on: '2026-01-31', count: 0, cumulated: 4 },
        { on: '2026-02-01', count: 104, cumulated: 108 },
      ],
      byDistrict: plainNames.map((label, index) => ({ label, count: 20 + index })),
      byTheme: themes.map((label, index) => ({ label, count: 26 + index })),
      byChannel: [
        { channel: 'online', count: 80 },
        { channel: 'paper', count: 28 },
      ],
      byStage: [
        { stage: 'on-ballot', count: 47 },
        { stage: 'inadmissible', count: 61 },
      ],
      refusals: [{ reason: 'over-cap', count: 12 }],
      funnel: [
        { step: 'submitted', count: 108 },
        { step: 'admissible', count: 70 },
        { step: 'feasible', count: 50 },
        { step: 'on-ballot', count: 47 },
        { step: 'winner', count: 13 },
      ],
    }),
    meetings: async () => [
      {
        id: 'm1',
        title: 'Soirée de lancement',
        kind: 'launch',
        description: '',
        startsAt: '2026-01-30T17:00:00.000Z',
        endsAt: '2026-01-30T19:30:00.000Z',
        address: 'Salle Watremez',
        attendees: 62,
        contributions: 24,
        proposals: 9,
        url: null,
        imported: false,
        version: 1,
      },
      {
        id: 'm2',
        title: '=Stand du marché',
        kind: null,
        description: '',
        startsAt: null,
        endsAt: null,
        address: null,
        attendees: 23,
        contributions: 7,
        proposals: 0,
        url: null,
        imported: true,
        version: 1,
      },
    ],
  }
}
