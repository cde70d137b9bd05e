import { Button, Table } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RowOrder } from '../../components/row-order.tsx'
import type { VersionedForm } from '../../components/use-versioned-form.ts'

/** What every line of an edited list has. */
export interface EditedLine {
  /** Stays with the line while it is edited; not sent. */
  readonly key: string
  /** Absent until the line is saved. */
  readonly id?: string
  readonly name: string
}

export interface Lines<Line extends EditedLine> {
  readonly lines: readonly Line[]
}

/** The lines of a form: change one, add one, and why they cannot be saved as they are. */
export function useLines<Line extends EditedLine>(form: VersionedForm<Lines<Line>>) {
  const { t } = useTranslation()
  const { lines } = form.values
  return {
    lines,
    change: (index: number, part: Partial<Line>): void =>
      form.set({ lines: lines.map((line, position) => (position === index ? { ...line, ...part } : line)) }),
    replace: (next: readonly Line[]): void => form.set({ lines: next }),
    unnamed: lines.some(({ name }) => name.trim() === '') ? t('processes.nameMissing') : undefined,
  }
}

interface LineTableProps<Line extends EditedLine> {
  readonly caption: string
  /** Heads of the cells, in their order. */
  readonly heads: readonly string[]
  readonly lines: readonly Line[]
  /** The line to bring forward, as the map points to it. */
  readonly pointedId?: string | null
  onPoint?(id: string | null): void
  onReplace(lines: readonly Line[]): void
  /** The cells of one line. */
  cells(line: Line, index: number): ReactNode
}

/** Lines that are edited in place, put in order and removed. */
export function LineTable<Line extends EditedLine>(props: LineTableProps<Line>) {
  const { caption, heads, lines, pointedId = null, onPoint, onReplace, cells } = props
  const { t } = useTranslation()
  return (
    <Table>
      <Table.Caption className="visually-hidden">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
          <Table.Th scope="col" ta="end">
            {t('processes.order')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, index) => (
          <Table.Tr
            key={line.key}
            bg={line.id !== undefined && line.id === pointedId ? 'var(--parvis-selected)' : 'transparent'}
            onFocus={() => onPoint?.(line.id ?? null)}
          >
            {cells(line, index)}
            <Table.Td w="7rem">
              <RowOrder rows={lines} index={index} name={line.name} onChange={onReplace} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Adds a line at the end. */
export function AddLine({ label, onAdd }: { readonly label: string; onAdd(): void }) {
  return (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
      {label}
    </Button>
  )
}
