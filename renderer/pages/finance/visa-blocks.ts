import type { Cents } from '../../../shared/domain/money/cents.ts'
import type { FinanceSummary } from '../../../shared/read-models/finance.ts'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'

export type FinanceRow = FinanceSummary['projects'][number]

/** Why a visa cannot be given now, as the key of its sentence in `finance`; undefined when it can. */
export function visaBlock(
  decision: 'granted' | 'refused',
  project: ProjectDetail,
  row: Pick<FinanceRow, 'estimatedByMe'>,
  amountRead: Cents | null,
): 'settled' | 'noEstimate' | 'ownEstimate' | 'mustReread' | 'alreadyGranted' | undefined {
  if (project.stage !== 'awaiting-visa') return 'settled'
  if (project.cost === null) return 'noEstimate'
  if (row.estimatedByMe) return 'ownEstimate'
  if (project.cost !== amountRead) return 'mustReread'
  if (decision === 'granted' && project.visaState === 'granted') return 'alreadyGranted'
  return undefined
}
