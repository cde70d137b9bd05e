import { z } from 'zod'
import type { CampaignProgress } from '../read-models/team.ts'
import { method, output } from './define-contract.ts'
import { id } from './inputs.ts'

/** How far a campaign of moderation is. */
export const progressContract = {
  campaign: method({
    input: z.object({
      processId: id,
      /** Working days that the pace looks back. */
      window: z.number().int().min(1).max(60).default(10),
    }),
    output: output<CampaignProgress>(),
    permission: 'read',
    writes: false,
  }),
} as const
