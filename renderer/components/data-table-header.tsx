import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataColumn, DataSort } from './data-column.ts'
import classes from './data-table.module.css'
import type { PlacedColumn, TableColumns } from './use-table-columns.ts'

interface HeaderProps<Row> {
  readonly columns: readonly DataColumn<Row>[]
  readonly table: TableColumns<Row>
  readonly selectable: boolean
  readonly sort: DataSort | undefined
  readonly onSort: ((sort: DataSort) => void) | undefined
}

/** The row of column heads: sort, widths, choice of columns. */
export function DataTableHeader<Row>({ columns, table, selectable, sort, onSort }: HeaderProps<Row>) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div role="row" aria-rowindex={1} className={classes.header}>
      {selectable && (
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="columnheader" className={classes.headCell}>
          <span className="visually-hidden">{t('common.selection')}</span>
        </div>
      )}
      {table.visible.map((placed, position) => (
        <HeadCell key={placed.column.id} placed={placed} table={table} sort={sort} onSort={onSort}>
          {position === table.visible.length - 1 && <ColumnMenu columns={columns} table={table} />}
        </HeadCell>
      ))}
    </div>
  )
}

interface HeadCellProps<Row> extends Pick<HeaderProps<Row>, 'table' | 'sort' | 'onSort'> {
  readonly placed: PlacedColumn<Row>
  readonly children: React.ReactNode
}

function HeadCell<Row>({ placed: { column, width }, table, sort, onSort, children }: HeadCellProps<Row>) {
  const { t } = useTranslation()
  const { id, header, sortKey } = column
  const sorted = sortKey !== undefined && sort?.key === sortKey
  const start = useRef({ x: 0, width: 0 })
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    table.resize(id, start.current.width + event.clientX - start.current.x)
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    table.resize(id, width + step)
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the sort button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={column.align}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {sortKey !== undefined && onSort !== undefined ? (
        <UnstyledButton
          className={classes.sort}
          title={t('common.sortBy', { name: header })}
          onClick={() => onSort({ key: sortKey, descending: sorted ? !sort.descending : false })}
        >
          <span>{header}</span>
          {sorted &&
            (sort.descending ? (
              <IconArrowDown size={14} aria-hidden />
            ) : (
              <IconArrowUp size={14} aria-hidden />
            ))}
        </UnstyledButton>
      ) : (
        <span className={classes.headText}>{header}</span>
      )}
      {children}
      {column.grow !== true && (
        // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved, a separator can
        <span
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t('common.resizeColumn', { name: header })}
          aria-valuenow={width}
          aria-valuemin={48}
          aria-valuemax={800}
          className={classes.resizer}
          onPointerDown={(event) => {
            start.current = { x: event.clientX, width }
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={drag}
          onKeyDown={press}
        />
      )}
    </div>
  )
}

function ColumnMenu<Row>({ columns, table }: Pick<HeaderProps<Row>, 'columns' | 'table'>) {
  const { t } = useTranslation()
  const choosable = columns.filter(({ fixed }) => fixed !== true)
  if (choosable.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('common.columns')} className={classes.columnMenu}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choosable.map(({ id, header }) => (
          <Menu.CheckboxItem key={id} checked={table.isVisible(id)} onChange={() => table.toggle(id)}>
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
