import type { SignalId } from '../domain/moderation/signals/signal-id.ts'
import type { SignalSettings } from '../domain/moderation/signals/signal-settings.ts'

/** A signal of a deposit, with the very words that raised it. `dismissed` null: it stands. */
export interface SignalRecord {
  readonly id: SignalId
  readonly words: readonly string[]
  readonly raisedAt: string
  readonly dismissed: { readonly at: string; readonly byName: string; readonly reason: string } | null
}

/** How many deposits of a filter each signal stands on, and on how many any does. */
export interface SignalCounts {
  readonly any: number
  readonly signals: readonly { readonly value: SignalId; readonly count: number }[]
}

/** How a démarche wants its signals; `version` 0 while it was never tuned. */
export interface TunedSignals {
  readonly settings: SignalSettings
  readonly version: number
}
