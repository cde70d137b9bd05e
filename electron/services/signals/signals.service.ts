import type { signalsContract } from '../../../shared/contract/signals.contract.ts'
import { signalRules } from '../../../shared/domain/moderation/signals/index.ts'
import type { SignalRecord, TunedSignals } from '../../../shared/read-models/signal.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { signalCounts } from '../../data/read-models/signal-counts.query.ts'
import { type Dismissal, getSignal, markDismissed, signalsOf } from '../../data/signals/signal.repository.ts'
import { putSignalSettings, readSignalSetting } from '../../data/signals/signal-setting.repository.ts'
import { getSubmission } from '../../data/submissions/submission.repository.ts'
import type { DossierCall, Service } from '../call.ts'
import { about } from '../submissions/on-submission.ts'
import { queueFilter } from '../submissions/queue-filter.ts'
import { catchUp, pendingDeposits } from './catch-up.ts'

const topics = ['signals', 'submissions', 'journal'] as const

/** What the journal keeps of a dismissal: never the words, which may be masked later. */
function trace(signalId: string, dismissal: Dismissal | null) {
  return { signal: signalId, dismissed: dismissal }
}

async function setDismissal(
  call: DossierCall,
  { submissionId, signalId, reason }: { submissionId: string; signalId: string; reason: string | null },
): Promise<readonly SignalRecord[]> {
  await call.change(topics, async (change) => {
    const row = await getSignal(change.trx, submissionId, signalId)
    const submission = await getSubmission(change.trx, submissionId)
    const before: Dismissal | null =
      row.dismissed_at === null
        ? null
        : {
            at: row.dismissed_at,
            by: row.dismissed_by ?? '',
            byName: row.dismissed_by_name ?? '',
            reason: row.dismissed_reason ?? '',
          }
    if (before === null && reason === null) return
    const after: Dismissal | null =
      reason === null ? null : { at: change.at, by: change.person.id, byName: change.person.name, reason }
    await markDismissed(change.trx, row.id, after)
    const entry = { ...about(submission), before: trace(signalId, before), after: trace(signalId, after) }
    if (reason === null) change.record({ ...entry, action: 'signal.restore' })
    else change.record({ ...entry, action: 'signal.dismiss', reason })
  })
  return signalsOf(call.database.reader, submissionId)
}

async function tuned(call: DossierCall, processId: string): Promise<TunedSignals> {
  const { settings, version } = await readSignalSetting(call.database.reader, processId, signalRules)
  return { settings, version }
}

/** Signals of moderation: raised by machine, judged by people. */
export const signalsService: Service<typeof signalsContract> = {
  of: (input, call) => signalsOf(call.database.reader, input.submissionId),

  counts: async (input, call) => signalCounts(call.database, await queueFilter(call, input)),

  dismiss: (input, call) => setDismissal(call, input),

  restore: (input, call) => setDismissal(call, { ...input, reason: null }),

  pending: (input, call) => pendingDeposits(call, input.processId),

  catchUp: async (input, call) => ({ read: await catchUp(call, input.processId) }),

  settings: (input, call) => tuned(call, input.processId),

  async saveSettings(input, call) {
    await call.change(['signals', 'processes', 'journal'], async (change) => {
      const process = await getProcess(change.trx, input.processId)
      const before = await readSignalSetting(change.trx, process.id, signalRules)
      await putSignalSettings(change.trx, process.id, input.version, input.settings)
      change.record({
        action: 'process.tune-signals',
        objectKind: 'process',
        objectId: process.id,
        objectLabel: process.title,
        processId: process.id,
        before: before.settings,
        after: input.settings,
      })
    })
    return tuned(call, input.processId)
  },
}
