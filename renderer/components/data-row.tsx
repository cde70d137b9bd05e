import { Checkbox } from '@mantine/core'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './data-table.module.css'
import type { PlacedColumn } from './use-table-columns.ts'

/** What a row may be asked; the same object for as long as the table is there. */
export interface RowActs {
  click(event: MouseEvent, index: number): void
  toggle(index: number): void
  open(index: number): void
}

interface DataRowProps {
  readonly id: string
  readonly index: number
  /** Distance from the top of the list, in CSS px. */
  readonly start: number
  /** Undefined while it is on its way. */
  readonly row: unknown
  readonly visible: readonly PlacedColumn<unknown>[]
  readonly selectable: boolean
  readonly selected: boolean
  readonly current: boolean
  readonly acts: RowActs
}

/** One row of a data table. It is drawn again only when something of its own has changed. */
export const DataRow = memo(function DataRow(props: DataRowProps) {
  const { id, index, start, row, visible, selectable, selected, current, acts } = props
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys for its rows
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : current}
      data-current={current || undefined}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => acts.click(event, index)}
      onDoubleClick={() => acts.open(index)}
    >
      {selectable && (
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="gridcell" className={classes.check}>
          <Checkbox
            tabIndex={-1}
            checked={selected}
            aria-label={t('common.selectRow', { index: index + 1 })}
            onClick={(event) => event.stopPropagation()}
            onChange={() => acts.toggle(index)}
          />
        </div>
      )}
      {visible.map(({ column }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          {row === undefined ? <span className={classes.skeleton} /> : column.render(row)}
        </div>
      ))}
    </div>
  )
})
