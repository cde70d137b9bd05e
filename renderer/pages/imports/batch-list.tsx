import { Button } from '@mantine/core'
import { IconFileImport, IconTableImport } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatchRecord } from '../../../shared/read-models/import-preview.ts'
import { useRead } from '../../api/use-call.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useProcessId } from '../../session/session.tsx'
import classes from './imports.module.css'

const counts = ['created', 'updated', 'unchanged', 'rejected'] as const

/** What was imported so far; with nothing, the act that begins. */
export function BatchList({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation()
  const { shortInstant, number } = useFormats()
  const { data: batches, isPending } = useRead('imports.batches', { processId: useProcessId() })
  const columns = useMemo<readonly DataColumn<ImportBatchRecord>[]>(
    () => [
      {
        id: 'at',
        header: t('imports.batchColumn.at'),
        width: 140,
        render: (b) => shortInstant(b.importedAt),
      },
      {
        id: 'file',
        header: t('imports.batchColumn.file'),
        width: 160,
        grow: true,
        fixed: true,
        render: (b) => b.fileName,
      },
      {
        id: 'target',
        header: t('imports.batchColumn.target'),
        width: 216,
        render: (b) => t(`imports.targetName.${b.target}`, { defaultValue: b.target }),
      },
      ...counts.map(
        (name): DataColumn<ImportBatchRecord> => ({
          id: name,
          header: t(`imports.count.${name}`),
          width: 84,
          align: 'end',
          render: (b) => number(b[name]),
        }),
      ),
      { id: 'by', header: t('imports.batchColumn.by'), width: 140, render: (b) => b.importedByName },
    ],
    [t, shortInstant, number],
  )
  if (isPending) return null
  if (batches === undefined || batches.length === 0) {
    return (
      <EmptyState
        icon={IconTableImport}
        title={t('imports.emptyTitle')}
        description={t('imports.emptyDescription')}
        action={
          <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={onChoose}>
            {t('imports.chooseFile')}
          </Button>
        }
      />
    )
  }
  return (
    <section className={classes.batches} aria-labelledby="import-batches">
      <h2 id="import-batches" className={classes.heading}>
        {t('imports.batches')}
      </h2>
      <div className={classes.table}>
        <DataTable
          memoryKey="import-batches"
          label={t('imports.batchesLabel')}
          columns={columns}
          rowCount={batches.length}
          rowAt={(index) => batches[index]}
          rowId={(batch) => batch.id}
        />
      </div>
    </section>
  )
}
