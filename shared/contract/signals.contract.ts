import { z } from 'zod'
import { signalIds } from '../domain/moderation/signals/signal-id.ts'
import { signalSettings } from '../domain/moderation/signals/signal-settings.ts'
import type { SignalCounts, SignalRecord, TunedSignals } from '../read-models/signal.ts'
import { method, output } from './define-contract.ts'
import { id, shortText } from './inputs.ts'
import { submissionFilter } from './submissions.contract.ts'

/** What an officer should look at, never a verdict: raised on this machine, explained by the words that raised it. */
export const signalsContract = {
  /** The signals of a deposit, dismissed ones too. */
  of: method({
    input: z.object({ submissionId: id }),
    output: output<readonly SignalRecord[]>(),
    permission: 'read',
    writes: false,
  }),
  /** How many deposits of a filter each signal stands on, whatever the filter says of signals. */
  counts: method({
    input: submissionFilter,
    output: output<SignalCounts>(),
    permission: 'read',
    writes: false,
  }),
  /** Sets a signal aside with a reason; it comes back only if its words change. */
  dismiss: method({
    input: z.object({ submissionId: id, signalId: z.enum(signalIds), reason: shortText.min(1) }),
    output: output<readonly SignalRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Has a dismissed signal stand again. */
  restore: method({
    input: z.object({ submissionId: id, signalId: z.enum(signalIds) }),
    output: output<readonly SignalRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** How many deposits wait to be read: after an import, an update of Parvis or another tuning. */
  pending: method({
    input: z.object({ processId: id }),
    output: output<number>(),
    permission: 'read',
    writes: false,
  }),
  /** Reads the deposits that wait, a few at a time, with progress; what was read stays read when it is cancelled. */
  catchUp: method({
    input: z.object({ processId: id }),
    output: output<{ readonly read: number }>(),
    permission: 'read',
    writes: true,
  }),
  settings: method({
    input: z.object({ processId: id }),
    output: output<TunedSignals>(),
    permission: 'read',
    writes: false,
  }),
  /** Tunes the signals of a démarche; its deposits are then to be read anew. Refuses `changed-meanwhile`. */
  saveSettings: method({
    input: z.object({ processId: id, version: z.number().int().min(0), settings: signalSettings }),
    output: output<TunedSignals>(),
    permission: 'configure-process',
    writes: true,
  }),
} as const
