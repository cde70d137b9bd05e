import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { keyName } from '../keys/key-name.ts'
import { type PageKey, usePageKeys } from '../keys/keys.tsx'
import type { DataColumn, DataSort } from './data-column.ts'
import { DataRow, type RowActs } from './data-row.tsx'
import classes from './data-table.module.css'
import { DataTableHeader } from './data-table-header.tsx'
import { type PlacedColumn, useTableColumns } from './use-table-columns.ts'

/** Height of a row in CSS px. A million of them stay under the tallest element that Chromium lays out. */
const rowHeight = 32
const headerHeight = 30
const scrollMemory = new Map<string, number>()

export interface DataTableHandle {
  /** Makes another row the current one, relative to where we are; stays inside the list. */
  move(by: number): void
  /** Makes the row at this index the current one. */
  moveTo(index: number): void
  readonly currentIndex: number
  /** Gives the list the keyboard. */
  focus(): void
}

interface DataTableProps<Row> {
  /** Columns, widths and scroll are remembered under it; one per page. */
  readonly memoryKey: string
  /** Says what the list holds, to screen readers. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rowCount: number
  /** Undefined while the row is on its way. */
  rowAt(index: number): Row | undefined
  rowId(row: Row): string
  /** Told which rows are on screen, to fetch them. */
  onShow?(first: number, last: number): void
  readonly currentId?: string | null
  onCurrent?(row: Row, index: number): void
  /** Enter or double click. */
  onOpen?(row: Row): void
  readonly selection?: ReadonlySet<string>
  onSelection?(selection: ReadonlySet<string>): void
  readonly sort?: DataSort
  onSort?(sort: DataSort): void
  /** Shown in place of the rows when there are none. */
  readonly empty?: ReactNode
  readonly ref?: Ref<DataTableHandle>
}

/** A virtual list of up to a million rows: keyboard, selection, sort, columns. Rows come by windows through `rowAt`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { memoryKey, label, columns, rowCount, rowAt, rowId, onShow, onCurrent, onOpen, onSelection } = props
  const { t } = useTranslation()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTableColumns(memoryKey, columns)
  const [index, setIndex] = useState(-1)
  const anchor = useRef(-1)
  const awaited = useRef(-1)
  const selection = props.selection
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The rows begin below the header, which stays: the end of a row is that much lower than its place says.
    scrollPaddingEnd: headerHeight,
    initialOffset: scrollMemory.get(memoryKey) ?? 0,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onShow?.(first, last), [onShow, first, last])

  const restored = useRef(false)
  useEffect(() => {
    if (restored.current || rowCount === 0) return
    restored.current = true
    virtual.scrollToOffset(scrollMemory.get(memoryKey) ?? 0)
  }, [rowCount, memoryKey, virtual])

  // The current row is named by the page; after a change of the list it may stand elsewhere.
  const shownIndex = currentIndexOf(props, index, first, last)
  const moveTo = (wanted: number): void => {
    if (rowCount === 0) return
    const target = Math.min(rowCount - 1, Math.max(0, wanted))
    setIndex(target)
    virtual.scrollToIndex(target)
    const row = rowAt(target)
    awaited.current = row === undefined ? target : -1
    if (row !== undefined) onCurrent?.(row, target)
  }
  const step = (by: number): void => {
    // The current row has left the list: what stands in its place is the next one.
    const there = props.currentId == null ? undefined : rowAt(shownIndex)
    const gone = there !== undefined && rowId(there) !== props.currentId
    moveTo(shownIndex + (gone && by > 0 ? by - 1 : by))
  }
  useEffect(() => {
    const row = awaited.current >= 0 ? rowAt(awaited.current) : undefined
    if (row === undefined) return
    onCurrent?.(row, awaited.current)
    awaited.current = -1
  })
  useImperativeHandle(props.ref, () => ({
    move: step,
    moveTo,
    currentIndex: shownIndex,
    focus: () => scroller.current?.focus(),
  }))

  const select = (from: number, to: number, on: boolean): void => {
    const next = new Set(selection)
    for (let position = Math.min(from, to); position <= Math.max(from, to); position += 1) {
      const row = rowAt(position)
      if (row === undefined) continue
      if (on) next.add(rowId(row))
      else next.delete(rowId(row))
    }
    onSelection?.(next)
  }
  const toggle = (position: number): void => {
    const row = rowAt(position)
    if (row === undefined || selection === undefined) return
    anchor.current = position
    select(position, position, !selection.has(rowId(row)))
  }
  const extend = (by: number): void => {
    if (selection === undefined || shownIndex < 0) return
    const target = Math.min(rowCount - 1, Math.max(0, shownIndex + by))
    select(shownIndex, target, true)
    moveTo(target)
  }
  const selectKeys: readonly PageKey[] =
    selection === undefined
      ? []
      : [
          { key: 'x', label: t('common.toggleRow'), run: () => toggle(shownIndex) },
          { key: 'shift+j', label: t('common.extendSelection'), run: () => extend(1) },
          { key: 'shift+k', label: t('common.extendSelection'), run: () => extend(-1) },
        ]
  usePageKeys([
    { key: 'j', label: t('common.nextRow'), run: () => step(1) },
    { key: 'k', label: t('common.previousRow'), run: () => step(-1) },
    ...selectKeys,
  ])

  const press = (event: KeyboardEvent): void => {
    const name = event.target === event.currentTarget ? keyName(event) : undefined
    if (name === undefined) return
    const screen = Math.max(1, last - first - 24)
    const steps: Readonly<Record<string, () => void>> = {
      arrowdown: () => step(1),
      'shift+arrowdown': () => extend(1),
      arrowup: () => step(-1),
      'shift+arrowup': () => extend(-1),
      pagedown: () => step(screen),
      pageup: () => step(-screen),
      home: () => moveTo(0),
      end: () => moveTo(rowCount - 1),
      space: () => toggle(shownIndex),
      enter: () => {
        const row = rowAt(shownIndex)
        if (row !== undefined) onOpen?.(row)
      },
    }
    const act = steps[name]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const click = (event: MouseEvent, position: number): void => {
    if (selection !== undefined && event.shiftKey && anchor.current >= 0)
      select(anchor.current, position, true)
    else if (selection !== undefined && (event.ctrlKey || event.metaKey)) toggle(position)
    moveTo(position)
  }

  // The rows ask for what to do when they are pressed, so that a step draws two of them and not all.
  const latest = useRef({ click, toggle, props })
  latest.current = { click, toggle, props }
  const rowActs = useMemo<RowActs>(
    () => ({
      click: (event, position) => latest.current.click(event, position),
      toggle: (position) => latest.current.toggle(position),
      open: (position) => {
        const row = latest.current.props.rowAt(position)
        if (row !== undefined) latest.current.props.onOpen?.(row)
      },
    }),
    [],
  )

  const least = table.visible.reduce((sum, { width }) => sum + width, selection ? 36 : 0)
  const template = table.visible.map(({ column, width }) =>
    column.grow ? `minmax(${width}px, 1fr)` : `${width}px`,
  )
  const style = {
    '--columns': [...(selection ? ['36px'] : []), ...template].join(' '),
    '--least': `${least}px`,
  } as CSSProperties
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div
      ref={scroller}
      className={classes.scroll}
      style={style}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-multiselectable={selection !== undefined}
      aria-activedescendant={
        items.length > 0 && shownIndex >= first && shownIndex <= last ? `${gridId}-${shownIndex}` : undefined
      }
      onKeyDown={press}
      onScroll={(event) => scrollMemory.set(memoryKey, event.currentTarget.scrollTop)}
    >
      <DataTableHeader
        columns={columns}
        table={table}
        selectable={selection !== undefined}
        sort={props.sort}
        onSort={props.onSort}
      />
      {rowCount === 0 ? (
        // biome-ignore lint/a11y/useFocusableInteractive: a grid holds rows only, so its empty state stands in one
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="row" aria-rowindex={2}>
          {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          <div role="gridcell">{props.empty}</div>
        </div>
      ) : (
        <div className={classes.body} style={{ height: virtual.getTotalSize() }} role="presentation">
          {items.map((item) => {
            const row = rowAt(item.index)
            const selected = row !== undefined && selection?.has(rowId(row)) === true
            // A current row that has left the list keeps its place for the next step, but marks no other row.
            const current =
              item.index === shownIndex &&
              (row === undefined || props.currentId === undefined || rowId(row) === props.currentId)
            return (
              <DataRow
                key={item.key}
                id={`${gridId}-${item.index}`}
                index={item.index}
                start={item.start}
                row={row}
                visible={table.visible as readonly PlacedColumn<unknown>[]}
                selectable={selection !== undefined}
                selected={selected}
                current={current}
                acts={rowActs}
              />
            )
          })}
        </div>
      )}
    </div>
  )
}

function currentIndexOf<Row>(
  { currentId, rowAt, rowId }: DataTableProps<Row>,
  index: number,
  first: number,
  last: number,
): number {
  if (currentId === undefined || currentId === null) return currentId === null ? -1 : index
  const here = index >= 0 ? rowAt(index) : undefined
  if (here !== undefined && rowId(here) === currentId) return index
  for (let position = first; position <= last; position += 1) {
    const row = rowAt(position)
    if (row !== undefined && rowId(row) === currentId) return position
  }
  return index
}
