import type { ReactNode } from 'react'
import classes from './list-pane.module.css'

interface ListPaneProps {
  /** Search and filters, above the list. */
  readonly filters: ReactNode
  /** How many there are, and what can be done with them. */
  readonly foot: ReactNode
  /** The data table. */
  readonly children: ReactNode
}

/** The list side of a page: filters, the rows, the count. The same on every page that has a list. */
export function ListPane({ filters, foot, children }: ListPaneProps) {
  return (
    <div className={classes.pane} data-list>
      <search className={classes.filters}>{filters}</search>
      <div className={classes.rows}>{children}</div>
      <div className={classes.foot}>{foot}</div>
    </div>
  )
}

/** From a field above a list into the list. */
export function focusListOf(element: Element): void {
  element.closest('[data-list]')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
}
