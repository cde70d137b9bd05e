import type { Stage } from '../../shared/domain/lifecycle/stage.ts'

/** What a link may ask of the queue: `/submissions?stages=submitted,incomplete&assignees=<person id>`. */
export interface QueueLink {
  readonly stages?: readonly Stage[]
  /** Person ids; `none` for what nobody has taken. */
  readonly assignees?: readonly string[]
}

/** Address of the queue with a filter, so that every figure opens the list behind it. */
export function queueLink({ stages = [], assignees = [] }: QueueLink = {}): string {
  const query = new URLSearchParams()
  if (stages.length > 0) query.set('stages', stages.join(','))
  if (assignees.length > 0) query.set('assignees', assignees.join(','))
  const text = query.toString()
  return text === '' ? '/submissions' : `/submissions?${text}`
}
