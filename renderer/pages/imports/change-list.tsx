import { Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportChange, ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { type Formats, useFormats } from '../../formats/use-formats.ts'
import { differingParts } from './differing-part.ts'
import classes from './imports.module.css'

/** What a newer export changes, object by object and field by field, before and after. */
export function ChangeList({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { changes, updated } = outcome
  if (updated === 0) return <EmptyState icon={IconPencil} title={t('imports.noChange')} />
  const label = t('imports.tab.changes', { formatted: number(updated) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.changes} tabIndex={0} aria-label={label}>
      <Text c="dimmed">
        {changes.length < updated
          ? t('imports.changesShown', { shown: number(changes.length), formatted: number(updated) })
          : t('imports.changesAll')}
      </Text>
      {changes.map((change) => (
        <Change key={change.reference} change={change} />
      ))}
    </section>
  )
}

function Change({ change: { reference, title, fields } }: { change: ImportChange }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <article className={classes.change}>
      <h3>
        <span className={classes.reference}>{reference}</span> {title}
      </h3>
      {fields.length === 0 ? (
        <Text c="dimmed">{t('imports.changesUntold')}</Text>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.changedField')}</th>
              <th scope="col">{t('imports.before')}</th>
              <th scope="col">{t('imports.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, after }) => {
              const [old, fresh] = differingParts(
                valueText(formats, field, before),
                valueText(formats, field, after),
              )
              return (
                <tr key={field}>
                  <th scope="row">{fieldName(t, field)}</th>
                  <td>
                    {old.head}
                    <del>{old.part}</del>
                    {old.tail}
                    {before === '' && <Text c="dimmed">{t('imports.nothingBefore')}</Text>}
                  </td>
                  <td>
                    {fresh.head}
                    <ins>{fresh.part}</ins>
                    {fresh.tail}
                    {after === '' && <Text c="dimmed">{t('imports.nothingBefore')}</Text>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </article>
  )
}

/** A field of ours by its word; a column of the file (`extra.…`) by its own header. */
function fieldName(t: TFunction, field: string): string {
  if (field.startsWith('extra.')) return field.slice('extra.'.length)
  return t(`imports.changeField.${field}`, { defaultValue: field })
}

function valueText({ amount, instant }: Formats, field: string, value: string): string {
  if (value === '') return ''
  if (field.endsWith('_cents')) return amount(Number(value))
  if (field.endsWith('_at')) return instant(value)
  return value
}
