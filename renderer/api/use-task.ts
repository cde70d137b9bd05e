import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { CallError, type InputOfName, type MethodName, type OutputOfName } from './client.ts'
import { useParvis } from './parvis.tsx'
import { showError } from './show-error.tsx'
import { type StartedTask, startTask } from './start-task.ts'
import type { RunningTask } from './task-store.ts'
import { isInPlace } from './use-call.ts'

export interface Task<N extends MethodName> {
  /** Runs the call; answers undefined when it was refused or cancelled (the refusal has been shown). */
  start(input: InputOfName<N>): Promise<OutputOfName<N> | undefined>
  cancel(): void
  readonly running: boolean
  readonly progress: RunningTask | undefined
  /** The last refusal, until the next start. */
  readonly error: CallError | undefined
}

/** The tasks under way, for the status line. */
export function useRunningTasks(): readonly RunningTask[] {
  const { tasks } = useParvis()
  return useSyncExternalStore(tasks.subscribe, tasks.tasks)
}

/**
 * A long call with progress and cancel, shown in the status line under `label` while it runs.
 * It goes on when the page is left. Refusals are shown as notices, except those in `inPlace`.
 */
export function useTask<N extends MethodName>(
  name: N,
  label: string,
  options: { readonly inPlace?: readonly string[] } = {},
): Task<N> {
  const { bridge, tasks } = useParvis()
  const { t } = useTranslation()
  const [task, setTask] = useState<StartedTask<OutputOfName<N>>>()
  const [error, setError] = useState<CallError>()
  const running = useRunningTasks()
  const progress = running.find(({ callId }) => callId === task?.callId)
  const inPlace = options.inPlace

  const start = useCallback(
    async (input: InputOfName<N>) => {
      const started = startTask({ bridge, tasks }, name, input, label)
      setTask(started)
      setError(undefined)
      try {
        return await started.done
      } catch (caught) {
        const refusal = caught instanceof CallError ? caught : new CallError('internal')
        setError(refusal)
        if (!isInPlace(inPlace, refusal.code)) showError(t, caught)
        return undefined
      }
    },
    [bridge, tasks, name, label, t, inPlace],
  )

  const cancel = useCallback(() => task?.cancel(), [task])

  return { start, cancel, running: progress !== undefined, progress, error }
}
