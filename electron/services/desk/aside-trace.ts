import type { SetAsideRecord } from '../../data/submissions/set-aside.repository.ts'

/** What the journal keeps of a proposal that is put off; undo puts `before` back. */
export interface SetAsideTrace {
  readonly untilOn: string
  readonly note: string
  readonly setBy: string
  readonly setByName: string
  readonly setAt: string
}

/** The trace of what was put off; nothing of nothing. */
export function asideTrace(row: SetAsideRecord | undefined): SetAsideTrace | undefined {
  return (
    row && {
      untilOn: row.until_on,
      note: row.note,
      setBy: row.set_by,
      setByName: row.set_by_name,
      setAt: row.set_at,
    }
  )
}
