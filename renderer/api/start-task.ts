import type { ParvisBridge } from '../../shared/contract/bridge.ts'
import { callMethod, type InputOfName, type MethodName, type OutputOfName } from './client.ts'
import type { TaskStore } from './task-store.ts'

/** A long call on its way: the status line shows it under its label until `done` settles. */
export interface StartedTask<Output> {
  readonly callId: string
  /** Throws `CallError`, `cancelled` among them. */
  readonly done: Promise<Output>
  cancel(): void
}

/** Starts a long call that can be cancelled, and shows it in the status line. */
export function startTask<N extends MethodName>(
  { bridge, tasks }: { readonly bridge: ParvisBridge; readonly tasks: TaskStore },
  name: N,
  input: InputOfName<N>,
  label: string,
): StartedTask<OutputOfName<N>> {
  const callId = crypto.randomUUID()
  tasks.begin(callId, label)
  return {
    callId,
    done: callMethod(bridge, name, input, callId).finally(() => tasks.end(callId)),
    cancel() {
      tasks.markCancelling(callId)
      bridge.cancel(callId)
    },
  }
}
