import type { z } from 'zod'
import type { submissionFilter } from '../../../shared/contract/submissions.contract.ts'
import type { SubmissionFilter } from '../../data/read-models/submission-filter.query.ts'
import { teamCondition } from '../../data/read-models/team-filter.query.ts'
import type { DossierCall } from '../call.ts'

/** The filter of a queue as its query takes it: what it asks of the team is worked out for whoever asks, now. */
export async function queueFilter(
  call: DossierCall,
  input: z.output<typeof submissionFilter>,
): Promise<SubmissionFilter> {
  const { mine, late, review, decidedByIds, decidedFromOn, decidedUntilOn, ...filter } = input
  const asked = {
    processId: filter.processId,
    mine,
    late,
    review,
    decidedByIds,
    decidedFromOn,
    decidedUntilOn,
  }
  const now = call.ports.clock.now()
  const team = await teamCondition(call.database.reader, asked, call.actor().id, now)
  return { ...filter, now, team }
}
