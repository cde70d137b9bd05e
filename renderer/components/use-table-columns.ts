import {
  type ColumnSizingState,
  type ColumnVisibilityState,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useRemembered } from '../preferences/preferences.tsx'
import type { DataColumn } from './data-column.ts'

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature })
const noRows: never[] = []
const narrowest = 48

interface ColumnMemory {
  readonly visibility: ColumnVisibilityState
  readonly sizing: ColumnSizingState
}

export interface PlacedColumn<Row> {
  readonly column: DataColumn<Row>
  /** CSS px. */
  readonly width: number
}

export interface TableColumns<Row> {
  readonly visible: readonly PlacedColumn<Row>[]
  isVisible(id: string): boolean
  toggle(id: string): void
  resize(id: string, width: number): void
}

function parseMemory(text: string): ColumnMemory {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) {
      return { visibility: {}, sizing: {}, ...value }
    }
  } catch {
    // A memory that cannot be read is no memory.
  }
  return { visibility: {}, sizing: {} }
}

/** Which columns show and how wide, remembered under `memoryKey`. Rows stay outside the table model: they come by windows. */
export function useTableColumns<Row>(
  memoryKey: string,
  columns: readonly DataColumn<Row>[],
): TableColumns<Row> {
  const [text, remember] = useRemembered(`columns:${memoryKey}`, '')
  const memory = useMemo(() => parseMemory(text), [text])
  const visibility = useMemo(
    () => ({
      ...Object.fromEntries(columns.map(({ id, hidden }) => [id, hidden !== true])),
      ...memory.visibility,
    }),
    [columns, memory],
  )
  const definitions = useMemo(
    () =>
      columns.map(({ id, width, fixed }) => ({
        id,
        accessorFn: () => null,
        size: width,
        minSize: narrowest,
        enableHiding: fixed !== true,
      })),
    [columns],
  )
  const save = (part: Partial<ColumnMemory>): void =>
    remember(JSON.stringify({ visibility: memory.visibility, sizing: memory.sizing, ...part }))
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnVisibility: visibility, columnSizing: memory.sizing },
    onColumnVisibilityChange: (updater) =>
      save({ visibility: typeof updater === 'function' ? updater(visibility) : updater }),
    onColumnSizingChange: (updater) =>
      save({ sizing: typeof updater === 'function' ? updater(memory.sizing) : updater }),
  })
  // The same array until something of it changes: the rows compare it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table follows visibility and sizing
  const visible = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return table.getVisibleLeafColumns().flatMap((leaf) => {
      const column = byId.get(leaf.id)
      return column ? [{ column, width: leaf.getSize() }] : []
    })
  }, [columns, visibility, memory.sizing])
  return {
    visible,
    isVisible: (id) => table.getColumn(id)?.getIsVisible() ?? false,
    toggle: (id) => table.getColumn(id)?.toggleVisibility(),
    resize: (id, width) =>
      table.setColumnSizing((before) => ({ ...before, [id]: Math.max(narrowest, Math.round(width)) })),
  }
}
