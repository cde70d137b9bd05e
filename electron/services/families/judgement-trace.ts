import { z } from 'zod'
import type { NotDuplicateTable } from '../../data/database.ts'

/** What the journal keeps of a judgement on a pair; undo needs all of it. */
export const judgementTraceSchema = z.object({
  id: z.string(),
  aId: z.string(),
  bId: z.string(),
  otherReference: z.string(),
  reason: z.string(),
  decidedByName: z.string(),
  decidedAt: z.string(),
})
export type JudgementTrace = z.output<typeof judgementTraceSchema>

/** A judgement as the journal tells it, beside the proposal that the entry is about. */
export function judgementTrace(row: NotDuplicateTable, otherReference: string): JudgementTrace {
  return {
    id: row.id,
    aId: row.a_id,
    bId: row.b_id,
    otherReference,
    reason: row.reason,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
  }
}
