import type { ParvisEvent } from '../../shared/contract/event.ts'

/** A long call under way, as the status line shows it. `total` 0: unknown. */
export interface RunningTask {
  readonly callId: string
  readonly label: string
  readonly step: string
  readonly done: number
  readonly total: number
  readonly cancelling: boolean
}

export interface TaskStore {
  subscribe(listener: () => void): () => void
  tasks(): readonly RunningTask[]
  begin(callId: string, label: string): void
  hear(event: ParvisEvent): void
  markCancelling(callId: string): void
  end(callId: string): void
}

/** Keeps the list of running tasks; every change makes a new array, as `useSyncExternalStore` wants. */
export function createTaskStore(): TaskStore {
  const listeners = new Set<() => void>()
  let tasks: readonly RunningTask[] = []
  const change = (next: readonly RunningTask[]): void => {
    tasks = next
    for (const listener of listeners) listener()
  }
  const patch = (callId: string, part: Partial<RunningTask>): void =>
    change(tasks.map((task) => (task.callId === callId ? { ...task, ...part } : task)))
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tasks: () => tasks,
    begin: (callId, label) =>
      change([...tasks, { callId, label, step: '', done: 0, total: 0, cancelling: false }]),
    hear(event) {
      if (event.kind !== 'progress' || !tasks.some((task) => task.callId === event.callId)) return
      patch(event.callId, { step: event.step, done: event.done, total: event.total })
    },
    markCancelling: (callId) => patch(callId, { cancelling: true }),
    end: (callId) => change(tasks.filter((task) => task.callId !== callId)),
  }
}
