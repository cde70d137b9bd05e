import { z } from 'zod'
import { agreementMeans, agreementStates } from '../../../shared/domain/families/agreement.ts'
import type { FamilyAgreementTable } from '../../data/database.ts'

/** What the journal keeps of an agreement; undo puts `before` back. */
export const agreementTraceSchema = z.object({
  id: z.string(),
  leadId: z.string(),
  state: z.enum(agreementStates),
  askedOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  means: z.enum(agreementMeans).nullable(),
  note: z.string(),
  recordedByName: z.string(),
  recordedAt: z.string(),
})
export type AgreementTrace = z.output<typeof agreementTraceSchema>

/** An agreement as the journal tells it. */
export function agreementTrace(row: FamilyAgreementTable): AgreementTrace {
  return agreementTraceSchema.parse({
    id: row.id,
    leadId: row.lead_id,
    state: row.state,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    means: row.means,
    note: row.note,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  })
}
