import { z } from 'zod'
import { signalRules } from '../../../shared/domain/moderation/signals/index.ts'
import { signalSettings } from '../../../shared/domain/moderation/signals/signal-settings.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import { getSignal, markDismissed } from '../../data/signals/signal.repository.ts'
import { putSignalSettings, readSignalSetting } from '../../data/signals/signal-setting.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'

const trace = z.object({
  signal: z.string(),
  dismissed: z.object({ at: z.string(), by: z.string(), byName: z.string(), reason: z.string() }).nullable(),
})

/** Puts a signal back to what was judged of it; refuses when it is gone with its words. */
async function undoDismissal(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const { signal, dismissed } = trace.parse(JSON.parse(entry.before ?? '{}'))
    try {
      const row = await getSignal(change.trx, entry.object_id ?? '', signal)
      await markDismissed(change.trx, row.id, dismissed)
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found')
        throw new AppError('undo-overtaken', { object: entry.object_label })
      throw error
    }
  }
}

async function undoTuning(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const processId = entry.process_id ?? ''
    const { version } = await readSignalSetting(change.trx, processId, signalRules)
    await putSignalSettings(
      change.trx,
      processId,
      version,
      signalSettings.parse(JSON.parse(entry.before ?? '{}')),
    )
  }
}

/** Acts on signals that Ctrl+Z takes back. */
export const signalUndoers: Readonly<Record<string, Undoer>> = {
  'signal.dismiss': undoDismissal,
  'signal.restore': undoDismissal,
  'process.tune-signals': undoTuning,
}
