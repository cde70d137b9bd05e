import { z } from 'zod'
import type { DeskSettings, DeskWaiting } from '../read-models/desk.ts'
import { method, output } from './define-contract.ts'
import { id, localDay } from './inputs.ts'
import { submissionFilter } from './submissions.contract.ts'

/** What the moderation desk adds to moderation: putting off, awaited completions, counts of its views. */
export const deskContract = {
  /** How many proposals match each filter, in their order: the counts of the views. */
  counts: method({
    input: z.object({ filters: z.array(submissionFilter).max(40) }),
    output: output<readonly number[]>(),
    permission: 'read',
    writes: false,
  }),
  waiting: method({
    input: z.object({ submissionId: id }),
    output: output<DeskWaiting>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Takes proposals out of the queue until a day, for the whole team. Refuses with `aside-day-past`, and with
   * `aside-not-waiting` what is decided already.
   */
  setAside: method({
    input: z.object({
      submissionIds: z.array(id).min(1).max(100_000),
      untilOn: localDay,
      note: z.string().trim().max(2_000).default(''),
    }),
    output: output<{ readonly setAside: number; readonly reference: string }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Puts proposals back into the queue before their day. */
  takeBack: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(100_000) }),
    output: output<{ readonly takenBack: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  settings: method({
    input: z.object({ processId: id }),
    output: output<DeskSettings>(),
    permission: 'read',
    writes: false,
  }),
  saveSettings: method({
    input: z.object({ processId: id, completionDays: z.number().int().min(1).max(365) }),
    output: output<DeskSettings>(),
    permission: 'configure-process',
    writes: true,
  }),
} as const
