import { createHash } from 'node:crypto'
import { type Cents, cents } from '../../../shared/domain/money/cents.ts'
import type { ProjectFigures } from '../../data/projects/project-figures.repository.ts'

/** Fingerprint of every figure behind a project: a visa holds only while it is the same (I7). */
export function figuresHash(figures: ProjectFigures): string {
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex')
}

/** Exact cost incl. VAT: the sum of the estimates behind a project, else the amount it was imported with, else none. */
export function costOf(figures: ProjectFigures): Cents | null {
  const estimated = figures.studies.filter((study) => study.hasEstimate === 1)
  if (estimated.length > 0) return cents(estimated.reduce((sum, study) => sum + study.amountInclVatCents, 0))
  return figures.importedCostCents === null ? null : cents(figures.importedCostCents)
}
