import type { FinanceFinding, FinanceTotal } from '../../read-models/finance.ts'
import type { ProjectRow } from '../../read-models/project.ts'
import type { Stage } from '../lifecycle/stage.ts'
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts'

export interface BudgetFrame {
  readonly envelope: Cents | null
  readonly projectCap: Cents | null
  readonly districts: readonly {
    readonly id: string
    readonly name: string
    readonly envelope: Cents | null
  }[]
  readonly themes: readonly { readonly id: string; readonly name: string }[]
}

/** Stages whose projects count against the envelope; refused and abandoned ones do not. */
export const countedStages: readonly Stage[] = [
  'feasible',
  'awaiting-visa',
  'on-ballot',
  'winner',
  'reserve',
  'not-selected',
  'delivered',
]

/** Stages whose projects are paid from the envelope. */
export const winningStages: readonly Stage[] = ['winner', 'delivered']

function group(
  projects: readonly ProjectRow[],
  keyOf: (project: ProjectRow) => string | null,
  known: readonly { readonly key: string | null; readonly label: string; readonly envelope: Cents | null }[],
): readonly FinanceTotal[] {
  return known
    .map(({ key, label, envelope }) => {
      const members = projects.filter((project) => keyOf(project) === key)
      const amount = sumCents(members.map((project) => project.cost ?? zeroCents))
      return {
        key,
        label,
        projects: members.length,
        amount,
        annualRunningCost: sumCents(members.map((project) => project.annualRunningCost ?? zeroCents)),
        envelope,
        remaining: envelope === null ? null : cents(envelope - amount),
      }
    })
    .filter((total) => total.projects > 0 || total.envelope !== null)
}

/** Totals by district, theme and stage, each adding up to the same whole (I6). Labels of "none" are empty. */
export function budgetTotals(projects: readonly ProjectRow[], frame: BudgetFrame) {
  const counted = projects.filter((project) => countedStages.includes(project.stage))
  const total = sumCents(counted.map((project) => project.cost ?? zeroCents))
  const winnersTotal = sumCents(
    projects
      .filter((project) => winningStages.includes(project.stage))
      .map((project) => project.cost ?? zeroCents),
  )
  return {
    total,
    annualRunningCost: sumCents(counted.map((project) => project.annualRunningCost ?? zeroCents)),
    remaining: frame.envelope === null ? null : cents(frame.envelope - total),
    winnersTotal,
    winnersRemaining: frame.envelope === null ? null : cents(frame.envelope - winnersTotal),
    byDistrict: group(counted, (project) => project.districtId, [
      ...frame.districts.map(({ id, name, envelope }) => ({ key: id, label: name, envelope })),
      { key: null, label: '', envelope: null },
    ]),
    byTheme: group(counted, (project) => project.themeId, [
      ...frame.themes.map(({ id, name }) => ({ key: id, label: name, envelope: null })),
      { key: null, label: '', envelope: null },
    ]),
    byStage: group(
      counted,
      (project) => project.stage,
      countedStages.map((stage) => ({ key: stage, label: stage, envelope: null })),
    ).map((entry) => ({ ...entry, key: entry.key as Stage })),
  }
}

/** What finance has to look at, project by project, then envelope by envelope (domain reference §3.6: F04, F05, F12, F16). */
export function budgetFindings(
  projects: readonly ProjectRow[],
  frame: BudgetFrame,
): readonly FinanceFinding[] {
  const findings: FinanceFinding[] = []
  for (const project of projects.filter(({ stage }) => countedStages.includes(stage))) {
    const label = `${project.number} ${project.title}`
    const about = { projectId: project.id, label, amount: project.cost }
    if (project.cost === null) findings.push({ ...about, code: 'without-estimate', limit: null })
    else if (frame.projectCap !== null && project.cost > frame.projectCap) {
      findings.push({ ...about, code: 'over-cap', limit: frame.projectCap })
    }
    if (project.visaState === 'void') findings.push({ ...about, code: 'visa-void', limit: null })
    else if (project.visaState !== 'granted') findings.push({ ...about, code: 'without-visa', limit: null })
    if (project.annualRunningCost === null)
      findings.push({ ...about, code: 'without-running-cost', limit: null })
  }
  const totals = budgetTotals(projects, frame)
  if (totals.winnersRemaining !== null && totals.winnersRemaining < 0) {
    findings.push({
      code: 'envelope-exceeded',
      projectId: null,
      label: '',
      amount: totals.winnersTotal,
      limit: frame.envelope,
    })
  }
  const winners = budgetTotals(
    projects.filter(({ stage }) => winningStages.includes(stage)),
    frame,
  )
  for (const district of winners.byDistrict) {
    if (district.remaining !== null && district.remaining < 0) {
      findings.push({
        code: 'district-envelope-exceeded',
        projectId: null,
        label: district.label,
        amount: district.amount,
        limit: district.envelope,
      })
    }
  }
  return findings
}
