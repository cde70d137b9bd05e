import { SegmentedControl, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type MappableField, mappableFields } from '../../../shared/domain/imports/column-mapping.ts'
import { cellText } from './cell-text.ts'
import classes from './imports.module.css'
import type { ImportWork, Inspection } from './use-import.ts'

/** Several columns may feed these; of any other field only the first column is read. */
const joined: readonly MappableField[] = ['body', 'authorName', 'authorAddress', 'extra', 'ignore']
const dateOrders = ['day-first', 'month-first'] as const

/** Which column of the table becomes what, the order of its dates, and the name to remember it under. */
export function MappingPanel({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { t } = useTranslation()
  const { mapping, plan, change } = work
  const fieldOf = (column: string): MappableField => mapping.columns[column] ?? 'extra'
  const taken = inspection.columns.map(fieldOf)
  const fields = mappableFields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }))
  const twice = new Set(
    taken.filter((field, index) => !joined.includes(field) && taken.indexOf(field) !== index),
  )
  const hasDates = taken.includes('submittedAt')
  return (
    <section className={classes.panel} aria-labelledby="import-mapping">
      <Title order={2} id="import-mapping">
        {t('imports.mapping')}
      </Title>
      <Text c="dimmed">
        {inspection.rememberedMapping === null || plan.mapping !== undefined
          ? t('imports.mappingHint')
          : t('imports.mappingRemembered', { name: inspection.rememberedMapping })}
      </Text>
      <Table layout="fixed" verticalSpacing={4} horizontalSpacing={4}>
        <Table.Caption className="visually-hidden">{t('imports.mapping')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('imports.column')}</Table.Th>
            <Table.Th scope="col" w="48%">
              {t('imports.feeds')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inspection.columns.map((column, index) => {
            const example = inspection.sample
              .map(({ cells }) => cellText(t, cells[index] ?? null).trim())
              .find((text) => text !== '')
            const field = fieldOf(column)
            return (
              <Table.Tr key={column}>
                <Table.Th scope="row" fw={400}>
                  <div className={classes.oneLine}>{column}</div>
                  <Text size="xs" c="dimmed" className={classes.oneLine}>
                    {example === undefined
                      ? t('imports.noExample')
                      : t('imports.example', { value: example })}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <Select
                    aria-label={t('imports.feedsOf', { column })}
                    allowDeselect={false}
                    disabled={plan.committing !== undefined}
                    data={fields}
                    value={field}
                    error={
                      twice.has(field) && taken.indexOf(field) !== index
                        ? t('imports.fieldTwice', { field: t(`imports.field.${field}`) })
                        : undefined
                    }
                    onChange={(value) => {
                      const chosen = mappableFields.find((candidate) => candidate === value) ?? 'extra'
                      change({ mapping: { ...mapping, columns: { ...mapping.columns, [column]: chosen } } })
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {hasDates && (
        <Stack gap={4}>
          <Text fw={500} id="import-date-order">
            {t('imports.dateOrder')}
          </Text>
          <SegmentedControl
            aria-labelledby="import-date-order"
            orientation="vertical"
            disabled={plan.committing !== undefined}
            data={dateOrders.map((order) => ({ value: order, label: t(`imports.dateOrderName.${order}`) }))}
            value={mapping.dateOrder}
            onChange={(value) =>
              change({
                mapping: {
                  ...mapping,
                  dateOrder: dateOrders.find((order) => order === value) ?? 'day-first',
                },
              })
            }
          />
        </Stack>
      )}
      <TextInput
        label={t('imports.rememberAs')}
        description={t('imports.rememberHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={300}
        disabled={plan.committing !== undefined}
        value={work.rememberAs}
        onChange={(event) => change({ rememberAs: event.currentTarget.value })}
      />
    </section>
  )
}
