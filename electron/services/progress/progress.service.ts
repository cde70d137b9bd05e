import type { progressContract } from '../../../shared/contract/progress.contract.ts'
import { campaignProgress } from '../../data/read-models/campaign-progress.query.ts'
import type { Service } from '../call.ts'

/** How far a campaign of moderation is. */
export const progressService: Service<typeof progressContract> = {
  campaign: (input, call) =>
    campaignProgress(call.database.reader, input.processId, {
      window: input.window,
      now: call.ports.clock.now(),
      personId: call.person?.id ?? null,
    }),
}
