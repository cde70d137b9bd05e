import { cents } from '../../shared/domain/money/cents.ts'
import type { ProjectRow } from '../../shared/read-models/project.ts'

/** A project that waits for its visa, 1,000 € incl. VAT. */
export function projectRow(fields: Partial<ProjectRow> & { readonly number: number }): ProjectRow {
  return {
    id: `project ${fields.number}`,
    title: `Projet ${fields.number}`,
    stage: 'awaiting-visa',
    districtId: null,
    themeId: null,
    cost: cents(100_000),
    annualRunningCost: null,
    visaState: 'none',
    hasPicture: false,
    ballotNumber: null,
    votes: null,
    version: 1,
    ...fields,
  }
}
