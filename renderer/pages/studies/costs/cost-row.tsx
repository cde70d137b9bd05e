import { type ChangeEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cents } from '../../../../shared/domain/money/cents.ts'
import { useFormats } from '../../../formats/use-formats.ts'
import { type DraftLine, type LineColumn, lineColumns } from './cost-draft.ts'
import classes from './cost-grid.module.css'

interface CostRowProps {
  readonly line: DraftLine
  readonly index: number
  /** The empty line below the others, where typing makes a new one. */
  readonly fresh: boolean
  readonly current: boolean
  readonly wrong: readonly LineColumn[]
  readonly amount: Cents | null
  readonly locked: boolean
  /** Ids of the lists that a column proposes. */
  readonly proposals: Partial<Record<LineColumn, string>>
  onType(index: number, column: LineColumn, text: string): void
}

/** One line of the costing: five fields that replace their content when one types, and its amount. */
export const CostRow = memo(function CostRow(props: CostRowProps) {
  const { line, index, fresh, current, wrong, amount, locked, proposals, onType } = props
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <tr data-current={current || undefined}>
      <th scope="row" className={classes.number}>
        <span aria-hidden>{fresh ? '+' : index + 1}</span>
        <span className="visually-hidden">{fresh ? t('studies.addLine') : index + 1}</span>
      </th>
      {lineColumns.map((column) => (
        <td key={column} data-align={column === 'label' || column === 'unit' ? undefined : 'end'}>
          <input
            type="text"
            className={classes.cell}
            data-row={index}
            data-column={column}
            value={line[column]}
            title={column === 'label' ? line.label : undefined}
            list={proposals[column]}
            readOnly={locked}
            inputMode={column === 'label' || column === 'unit' ? undefined : 'decimal'}
            autoComplete="off"
            spellCheck={column === 'label'}
            aria-label={t(fresh ? 'studies.newCell' : 'studies.cell', {
              column: t(`studies.line.${column}`),
              line: index + 1,
            })}
            aria-invalid={wrong.includes(column) || undefined}
            onChange={(event: ChangeEvent<HTMLInputElement>) =>
              onType(index, column, event.currentTarget.value)
            }
          />
        </td>
      ))}
      <td className={classes.amount} data-align="end">
        {amount === null ? '' : formats.amount(amount)}
      </td>
    </tr>
  )
})
