import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ClipboardEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { costUnits } from '../../../../shared/domain/finance/cost-units.ts'
import type { Estimate } from '../../../../shared/domain/finance/estimate.ts'
import { vatRates } from '../../../../shared/domain/finance/vat-rates.ts'
import { writeDecimal } from '../../../../shared/domain/money/parse-decimal.ts'
import { usePageKeys } from '../../../keys/keys.tsx'
import { useDoneNotice } from '../../../notices/use-undo.tsx'
import {
  blankLine,
  type DraftLine,
  isBlank,
  type LineColumn,
  lineColumns,
  type ReadCosts,
  withDefaults,
} from './cost-draft.ts'
import classes from './cost-grid.module.css'
import { CostRow } from './cost-row.tsx'
import { pasteRange } from './pasted-range.ts'
import { placeOf, useGridKeys } from './use-grid-keys.ts'

interface CostGridProps {
  readonly lines: readonly DraftLine[]
  readonly language: 'fr' | 'en'
  readonly read: ReadCosts['lines']
  readonly amounts: Estimate['lines']
  readonly locked: boolean
  onChange(lines: readonly DraftLine[]): void
}

const proposals = { unit: 'cost-units', vatRate: 'vat-rates' } as const
const none: readonly LineColumn[] = []

/** Cost lines with the habits of a spreadsheet. The line below the last one is always there to be typed in. */
export function CostGrid({ lines, language, read, amounts, locked, onChange }: CostGridProps) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const table = useRef<HTMLTableElement>(null)
  const [freshKey, setFreshKey] = useState<string>(() => crypto.randomUUID())
  const [current, setCurrent] = useState<number>()
  const latest = useRef({ lines, freshKey, onChange })
  latest.current = { lines, freshKey, onChange }

  const type = useCallback((index: number, column: LineColumn, text: string): void => {
    const state = latest.current
    const known = state.lines[index]
    if (known !== undefined) {
      state.onChange(state.lines.with(index, { ...known, [column]: text }))
      return
    }
    const line = { ...blankLine(state.freshKey), [column]: text }
    state.onChange([...state.lines, withDefaults(line, state.lines.at(-1))])
    setFreshKey(crypto.randomUUID())
  }, [])
  const insertBelow = (index: number): void => {
    const line = withDefaults(blankLine(crypto.randomUUID()), lines[Math.min(index, lines.length - 1)])
    onChange(lines.toSpliced(index + 1, 0, line))
  }
  const remove = (index: number): void => {
    const line = lines[index]
    if (line === undefined) return
    onChange(lines.toSpliced(index, 1))
    if (isBlank(line)) return
    done(t('studies.lineRemoved', { label: line.label || index + 1 }), {
      undo: () => latest.current.onChange(latest.current.lines.toSpliced(index, 0, line)),
    })
  }
  const move = (index: number, by: -1 | 1): void => {
    const line = lines[index]
    const to = index + by
    if (line === undefined || to < 0 || to >= lines.length) return
    onChange(lines.toSpliced(index, 1).toSpliced(to, 0, line))
    setCurrent(to)
  }
  const keys = useGridKeys(table, {
    type: ({ index, column }, text) => type(index, column, text),
    insertBelow,
    remove,
    move,
  })
  const paste = (event: ClipboardEvent<HTMLElement>): void => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    // One cell is pasted by the field itself.
    if (place === undefined || locked || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))) return
    event.preventDefault()
    const { lines: next, count } = pasteRange(lines, place, text, {
      language,
      newKey: () => crypto.randomUUID(),
    })
    onChange(next)
    notifications.show({
      message: t('studies.pasted', { count }),
      autoClose: 4_000,
      closeButtonProps: { 'aria-label': t('common.close') },
    })
    keys.focusSoon({ index: Math.max(place.index, next.length - 1), column: place.column })
  }
  usePageKeys([
    { key: 'enter', label: t('studies.keys.below'), run: () => undefined, enabled: false },
    { key: 'mod+enter', label: t('studies.keys.insert'), run: () => undefined, enabled: false },
    { key: 'mod+delete', label: t('studies.keys.remove'), run: () => undefined, enabled: false },
    { key: 'mod+arrowup', label: t('studies.keys.moveUp'), run: () => undefined, enabled: false },
    { key: 'mod+arrowdown', label: t('studies.keys.moveDown'), run: () => undefined, enabled: false },
    { key: 'mod+v', label: t('studies.keys.paste'), run: () => undefined, enabled: false },
  ])

  const problems = read.flatMap(({ wrong }, index) =>
    wrong.map((column) => t(`studies.wrong.${column}`, { line: index + 1 })),
  )
  const chosen = current !== undefined && current < lines.length ? current : undefined
  const shown = locked ? lines : [...lines, blankLine(freshKey)]
  return (
    <div>
      <div className={classes.scroll}>
        <table
          ref={table}
          className={classes.grid}
          onKeyDown={keys.onKeyDown}
          onFocus={(event) => {
            keys.onFocus(event)
            setCurrent(placeOf(event.target)?.index)
          }}
          onPaste={paste}
        >
          <caption className="visually-hidden">{t('studies.linesCaption')}</caption>
          <thead>
            <tr>
              <td className={classes.number} />
              {lineColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-column={column}
                  data-align={column === 'label' || column === 'unit' ? undefined : 'end'}
                >
                  {t(`studies.line.${column}`)}
                </th>
              ))}
              <th scope="col" data-column="amount" data-align="end">
                {t('studies.line.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              <CostRow
                key={line.key}
                line={line}
                index={index}
                fresh={index === lines.length}
                current={index === chosen}
                wrong={read[index]?.wrong ?? none}
                amount={isBlank(line) ? null : (amounts[index] ?? null)}
                locked={locked}
                proposals={proposals}
                onType={type}
              />
            ))}
          </tbody>
        </table>
      </div>
      <datalist id={proposals.unit}>
        {costUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <datalist id={proposals.vatRate}>
        {vatRates.map((rate) => (
          <option key={rate} value={writeDecimal(rate, { decimals: 2, language })} />
        ))}
      </datalist>
      {!locked && (
        <Group gap="xs" mt={6} role="toolbar" aria-label={t('studies.lineTools')}>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              table.current
                ?.querySelector<HTMLInputElement>(`[data-row="${lines.length}"][data-column="label"]`)
                ?.focus()
            }
          >
            {t('studies.addLine')}
          </Button>
          {chosen !== undefined && (
            <>
              <ActionIcon
                aria-label={t('studies.lineUp', { line: chosen + 1 })}
                disabled={chosen === 0}
                onClick={() => move(chosen, -1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('studies.lineDown', { line: chosen + 1 })}
                disabled={chosen === lines.length - 1}
                onClick={() => move(chosen, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('studies.lineRemove', { line: chosen + 1 })}
                onClick={() => remove(chosen)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </>
          )}
        </Group>
      )}
      {!locked && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('studies.gridHint')}
        </Text>
      )}
      <div role="status">
        {problems.length > 0 && (
          <Text size="sm" c="var(--parvis-danger)">
            {problems[0]} {t('studies.notCounted')}
          </Text>
        )}
      </div>
    </div>
  )
}
