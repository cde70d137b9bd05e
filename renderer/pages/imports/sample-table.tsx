import { useTranslation } from 'react-i18next'
import { cellText } from './cell-text.ts'
import classes from './imports.module.css'
import type { ImportWork, Inspection } from './use-import.ts'

/** The first rows under the header, as they were read; for a table, what each column becomes. */
export function SampleTable({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { t } = useTranslation()
  const { columns, sample } = inspection
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.sample} tabIndex={0} aria-label={t('imports.sampleCaption')}>
      <table>
        <caption className="visually-hidden">{t('imports.sampleCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${classes.headCell} ${classes.lineNumber}`}>
              {t('imports.line')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes.headCell}>
                <strong className={classes.oneLine}>{column}</strong>
                {work.target === 'table' && (
                  <span className={classes.becomes}>
                    {t('imports.becomes', {
                      field: t(`imports.field.${work.mapping.columns[column] ?? 'extra'}`),
                    })}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row" className={classes.lineNumber}>
                {line}
              </th>
              {columns.map((column, index) => (
                <td key={column} data-align={typeof cells[index] === 'number' ? 'end' : undefined}>
                  <span className={classes.twoLines}>{cellText(t, cells[index] ?? null)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
