import {
  type Icon,
  IconBook,
  IconChartBar,
  IconFileSpreadsheet,
  IconMessageReply,
  IconStack2,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { type WorkbookKind, workbookKinds } from '../../../shared/contract/reports.contract.ts'
import type { ProcessKind } from '../../../shared/domain/processes/process-kind.ts'
import { AnswersPane } from './answers-pane.tsx'
import { CataloguePane } from './catalogue-pane.tsx'
import { SummaryPane } from './summary-pane.tsx'

export type DocumentId = 'catalogue' | 'summary' | WorkbookKind | 'decidim-answers'

interface Entry {
  readonly icon: Icon
  /** Kinds of démarche that it makes sense for; all when left out. */
  readonly kinds?: readonly ProcessKind[]
}

/** All workbooks are shown the same way; the others have a pane of their own. */
export type ReportDocumentEntry = Entry &
  (
    | { readonly group: 'workbook'; readonly id: WorkbookKind }
    | {
        readonly group: 'print' | 'platform'
        readonly id: Exclude<DocumentId, WorkbookKind>
        readonly Pane: ComponentType
      }
  )

const budgetOnly: readonly ProcessKind[] = ['participatory-budget']
/** Workbooks about projects and their cost. */
const budgetWorkbooks: readonly WorkbookKind[] = ['feasibility', 'budget']

/** Everything that the page can make, in its order. A workbook of the contract comes by itself. */
export const documents: readonly ReportDocumentEntry[] = [
  { id: 'catalogue', group: 'print', icon: IconBook, kinds: budgetOnly, Pane: CataloguePane },
  { id: 'summary', group: 'print', icon: IconChartBar, Pane: SummaryPane },
  ...workbookKinds.map(
    (id): ReportDocumentEntry => ({
      id,
      group: 'workbook',
      icon: id === 'workbook' ? IconStack2 : IconFileSpreadsheet,
      ...(budgetWorkbooks.includes(id) ? { kinds: budgetOnly } : {}),
    }),
  ),
  { id: 'decidim-answers', group: 'platform', icon: IconMessageReply, Pane: AnswersPane },
]
