import type { ParvisEvent } from './event.ts'
import type { Reply } from './reply.ts'

/** What the preload lays at `window.parvis`: the only way from the window to the services. */
export interface ParvisBridge {
  /** `method` is a wire name, `feature.method`; `callId` names the call for progress and cancelling. */
  call(method: string, input: unknown, callId?: string): Promise<Reply<unknown>>
  cancel(callId: string): void
  /** Answers the function that stops listening. */
  onEvent(listener: (event: ParvisEvent) => void): () => void
  /** `process.platform` of the shell. */
  readonly platform: string
}
