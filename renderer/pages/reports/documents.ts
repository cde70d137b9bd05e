import {
  type Icon,
  IconBook,
  IconChartBar,
  IconFileSpreadsheet,
  IconMessageReply,
  IconStack2,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { WorkbookKind } from '../../../shared/contract/reports.contract.ts'
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

/** Everything that the page can make, in its order. Registry: one entry per document. */
export const documents: readonly ReportDocumentEntry[] = [
  { id: 'catalogue', group: 'print', icon: IconBook, kinds: budgetOnly, Pane: CataloguePane },
  { id: 'summary', group: 'print', icon: IconChartBar, Pane: SummaryPane },
  { id: 'register', group: 'workbook', icon: IconFileSpreadsheet },
  { id: 'moderation', group: 'workbook', icon: IconFileSpreadsheet },
  {
    id: 'feasibility',
    group: 'workbook',
    icon: IconFileSpreadsheet,
    kinds: budgetOnly,
  },
  { id: 'budget', group: 'workbook', icon: IconFileSpreadsheet, kinds: budgetOnly },
  { id: 'key-figures', group: 'workbook', icon: IconFileSpreadsheet },
  { id: 'workbook', group: 'workbook', icon: IconStack2 },
  { id: 'decidim-answers', group: 'platform', icon: IconMessageReply, Pane: AnswersPane },
]
