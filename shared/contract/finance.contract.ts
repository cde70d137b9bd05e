import { z } from 'zod'
import type { FinanceSummary } from '../read-models/finance.ts'
import type { ProjectDetail } from '../read-models/project.ts'
import { method, output } from './define-contract.ts'
import { amount, id, shortText } from './inputs.ts'

/** The money: totals, checks and the visa. */
export const financeContract = {
  summary: method({
    input: z.object({ processId: id }),
    output: output<FinanceSummary>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Grants or refuses the visa of a project, on the amount that was read. Refuses `visa-own-estimate` (I8),
   * `estimate-missing`, `amount-changed` when the figure is no longer the one read, `reason-missing` for a refusal.
   */
  sign: method({
    input: z.object({
      projectId: id,
      decision: z.enum(['granted', 'refused']),
      amountRead: amount,
      reason: shortText.default(''),
    }),
    output: output<ProjectDetail>(),
    permission: 'sign-visa',
    writes: true,
  }),
} as const
