import type { ReviewFilter } from '../../shared/contract/submissions.contract.ts'
import type { StudyProgress } from '../../shared/domain/feasibility/study-progress.ts'
import type { Stage } from '../../shared/domain/lifecycle/stage.ts'

/** What a link may ask of the queue: `/submissions?stages=submitted,incomplete&assignees=<person id>`. */
export interface QueueLink {
  readonly stages?: readonly Stage[]
  /** Person ids; `none` for what nobody has taken. */
  readonly assignees?: readonly string[]
  /** Without what is put off until a later day. */
  readonly present?: boolean
  /** What is theirs to do who looks. */
  readonly mine?: boolean
  readonly late?: boolean
  readonly review?: ReviewFilter
  /** Decided by this person, on this local day; empty: decided at all. */
  readonly decided?: { readonly by?: string; readonly on?: string }
}

/** Address of the queue with a filter, so that every figure opens the list behind it. */
export function queueLink(link: QueueLink = {}): string {
  const { stages = [], assignees = [], present, mine, late, review, decided } = link
  const query = new URLSearchParams()
  if (stages.length > 0) query.set('stages', stages.join(','))
  if (assignees.length > 0) query.set('assignees', assignees.join(','))
  if (present) query.set('aside', 'hidden')
  if (mine) query.set('mine', '1')
  if (review !== undefined) query.set('review', review)
  if (decided !== undefined)
    query.set('decided', [decided.by, decided.on].filter((word) => word !== undefined).join(',') || 'any')
  if (late) {
    query.set('late', '1')
    // The longest overdue first.
    query.set('sort', 'submittedAt')
  }
  const text = query.toString()
  return text === '' ? '/submissions' : `/submissions?${text}`
}

/** What a link may ask of the finance page. */
export interface FinanceLink {
  /** Only the projects that wait for a signature. */
  readonly toSign?: boolean
  readonly tab?: 'project' | 'totals' | 'findings'
}

/** Address of the finance page with a filter or a tab. */
export function financeLink({ toSign, tab }: FinanceLink): string {
  const query = new URLSearchParams()
  if (toSign) query.set('toSign', '1')
  if (tab !== undefined) query.set('tab', tab)
  return `/finance?${query}`
}

/** What a link may ask of the list of studies. */
export interface StudiesLink {
  readonly state?: StudyProgress | 'to-study' | 'all'
  readonly department?: string
  /** Past their date and not concluded. */
  readonly late?: boolean
  /** Waiting for the department of whoever looks. */
  readonly mine?: boolean
}

/** Address of the list of studies with a filter. */
export function studiesLink({ state, department, late, mine }: StudiesLink): string {
  const query = new URLSearchParams()
  if (state !== undefined) query.set('state', state)
  if (department !== undefined) query.set('department', department)
  if (late) query.set('late', '1')
  if (mine) query.set('mine', '1')
  return `/studies?${query}`
}
