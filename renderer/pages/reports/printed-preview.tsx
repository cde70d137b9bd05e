import { Alert, Button, Group, Loader, Progress, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from '../../api/show-error.tsx'
import type { TaskRead } from '../../api/use-task-read.ts'
import classes from './reports.module.css'

/** The reader of PDFs is large: it is loaded with the first preview. */
const PdfPreview = lazy(async () => ({
  default: (await import('../../components/pdf-preview.tsx')).PdfPreview,
}))

/** A preview on its way, shown, or why there is none. */
export function PreviewState({ read, children }: { read: TaskRead<unknown>; children: ReactNode }) {
  const { t } = useTranslation()
  const { error, progress } = read
  if (error !== null) {
    const stopped = error.code === 'cancelled'
    return (
      <Alert role="alert" m="md" color={stopped ? 'yellow' : 'red'} icon={<IconAlertTriangle aria-hidden />}>
        {stopped ? t('reports.previewStopped') : describeError(t, error)}
        <Group mt="xs">
          <Button variant="default" onClick={read.again}>
            {t('reports.previewAgain')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (read.data !== undefined && !read.stale) return children
  const share =
    progress !== undefined && progress.total > 0 ? (progress.done / progress.total) * 100 : undefined
  return (
    <div className={classes.waiting}>
      <Loader size="sm" aria-hidden />
      <Text role="status">{t('reports.previewing')}</Text>
      {share !== undefined && (
        <Progress.Root w={160} size="sm">
          <Progress.Section value={share} aria-label={t('reports.previewing')} />
        </Progress.Root>
      )}
    </div>
  )
}

interface PrintedPreviewProps {
  readonly read: TaskRead<{ readonly bytes: Uint8Array; readonly pages: number }>
  readonly name: string
}

/** The printed pages as they will be saved. */
export function PrintedPreview({ read, name }: PrintedPreviewProps) {
  const { t } = useTranslation()
  return (
    <PreviewState read={read}>
      {read.data !== undefined && (
        <Suspense fallback={<Loader m="md" size="sm" aria-label={t('common.loading')} />}>
          <PdfPreview bytes={read.data.bytes} label={t('reports.previewOf', { name })} />
        </Suspense>
      )}
    </PreviewState>
  )
}
