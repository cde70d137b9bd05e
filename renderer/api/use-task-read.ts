import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallError, InputOfName, MethodName, OutputOfName } from './client.ts'
import { useParvis } from './parvis.tsx'
import { startTask } from './start-task.ts'
import type { RunningTask } from './task-store.ts'
import { readKey } from './use-call.ts'
import { useRunningTasks } from './use-task.ts'

export interface TaskRead<Output> {
  /** The answer, or the previous one while another is on its way (`stale`). */
  readonly data: Output | undefined
  readonly stale: boolean
  /** A refusal, `cancelled` among them. */
  readonly error: CallError | null
  readonly running: boolean
  readonly progress: RunningTask | undefined
  again(): void
}

/**
 * Reads what takes its time (a whole file, a printed document): in the status line with a cancel, kept afterwards like
 * any read. Another input, or leaving the page, cancels what nobody waits for any more. `input` null: nothing is asked.
 */
export function useTaskRead<N extends MethodName>(
  name: N,
  input: InputOfName<N> | null,
  label: string,
): TaskRead<OutputOfName<N>> {
  const parvis = useParvis()
  const [callId, setCallId] = useState<string>()
  const progress = useRunningTasks().find((task) => task.callId === callId)
  const query = useQuery<OutputOfName<N>, CallError>({
    queryKey: readKey(name, input),
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('A read without input is disabled')
      const task = startTask(parvis, name, input, label)
      setCallId(task.callId)
      signal.addEventListener('abort', () => task.cancel())
      return task.done
    },
    enabled: input !== null,
    placeholderData: keepPreviousData,
  }) as UseQueryResult<OutputOfName<N>, CallError>
  return {
    data: input === null ? undefined : query.data,
    stale: query.isPlaceholderData || query.isError,
    error: query.isFetching ? null : query.error,
    running: query.isFetching,
    progress,
    again: () => void query.refetch(),
  }
}
