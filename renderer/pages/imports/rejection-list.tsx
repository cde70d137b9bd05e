import { Button, Group, Text } from '@mantine/core'
import { IconBan, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { useClient } from '../../api/parvis.tsx'
import { useTask } from '../../api/use-task.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import classes from './imports.module.css'
import type { ImportWork, Inspection } from './use-import.ts'

type Rejection = ImportOutcome['rejections'][number] & { readonly id: string }

interface RejectionListProps {
  readonly work: ImportWork
  readonly outcome: ImportOutcome
  readonly inspection: Inspection
}

/** Each row that is refused, with its line, column, value and reason; all of them go to a workbook. */
export function RejectionList({ work, outcome, inspection }: RejectionListProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const exporting = useExportRejections(work, inspection.fileName)
  const rows = useMemo(
    () => outcome.rejections.map((rejection, index): Rejection => ({ ...rejection, id: String(index) })),
    [outcome.rejections],
  )
  const columns = useMemo<readonly DataColumn<Rejection>[]>(
    () => [
      {
        id: 'line',
        header: t('imports.rejectionColumn.line'),
        width: 64,
        align: 'end',
        fixed: true,
        render: (r) => number(r.line),
      },
      { id: 'column', header: t('imports.rejectionColumn.column'), width: 120, render: (r) => r.column },
      { id: 'value', header: t('imports.rejectionColumn.value'), width: 110, render: (r) => r.value ?? '' },
      {
        id: 'reason',
        header: t('imports.rejectionColumn.reason'),
        width: 280,
        grow: true,
        fixed: true,
        render: (r) => <span title={r.message}>{r.message}</span>,
      },
    ],
    [t, number],
  )
  if (rows.length === 0) return <EmptyState icon={IconBan} title={t('imports.noRejection')} />
  return (
    <div className={classes.list}>
      <div className={classes.table}>
        <DataTable
          memoryKey="import-rejections"
          label={t('imports.rejectionsLabel')}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowId={(row) => row.id}
        />
      </div>
      <Group className={classes.listFoot}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          loading={exporting.running}
          onClick={exporting.start}
        >
          {t('imports.exportRejections')}
        </Button>
        {outcome.rejected > rows.length && (
          <Text c="dimmed">{t('imports.rejectionsCut', { shown: number(rows.length) })}</Text>
        )}
      </Group>
    </div>
  )
}

/** Asks for a place and writes all rejections there. */
function useExportRejections(work: ImportWork, fileName: string): { start: () => void; running: boolean } {
  const { t } = useTranslation()
  const client = useClient()
  const fileNotice = useFileNotice()
  const task = useTask('imports.exportRejections', t('imports.exportingRejections'))
  const start = async (): Promise<void> => {
    if (work.request === null) return
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('imports.exportRejections'),
      proposedPath: `${t('imports.rejectionsFile', { file: fileName.replace(/\.[^.]+$/, '') })}.xlsx`,
      filters: [{ name: t('imports.workbook'), extensions: ['xlsx'] }],
    })
    if (path === null) return
    const written = await task.start({ ...work.request, savePath: path })
    if (written !== undefined) fileNotice(written.path)
  }
  return { start: () => void start(), running: task.running }
}
