import type { ReactNode } from 'react'

/** One column of a data table. Widths in CSS px. */
export interface DataColumn<Row> {
  readonly id: string
  readonly header: string
  readonly width: number
  /** Takes the width that is left. One column a table. */
  readonly grow?: boolean
  readonly align?: 'start' | 'end'
  /** Name of the sort that the service knows; absent: not sortable. */
  readonly sortKey?: string
  /** Not shown until chosen. */
  readonly hidden?: boolean
  /** Cannot be hidden. */
  readonly fixed?: boolean
  render(row: Row): ReactNode
}

export interface DataSort {
  readonly key: string
  readonly descending: boolean
}
