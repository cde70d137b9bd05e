import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface RowOrderProps<Row> {
  readonly rows: readonly Row[]
  readonly index: number
  /** What the line is called, for the names of its buttons. */
  readonly name: string
  onChange(rows: readonly Row[]): void
}

/** Up, down and remove for one line of an edited list: what dragging would do, by keyboard too. */
export function RowOrder<Row>({ rows, index, name, onChange }: RowOrderProps<Row>) {
  const { t } = useTranslation()
  const move = (by: number): void => {
    const rest = rows.toSpliced(index, 1)
    const row = rows[index]
    if (row !== undefined) onChange(rest.toSpliced(index + by, 0, row))
  }
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <ActionIcon
        aria-label={`${t('common.moveUp')} ${name}`}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={`${t('common.moveDown')} ${name}`}
        disabled={index === rows.length - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={`${t('common.remove')} ${name}`}
        onClick={() => onChange(rows.toSpliced(index, 1))}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  )
}
