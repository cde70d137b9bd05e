import { Button, Group, Loader, Select, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { useRead } from '../../api/use-call.ts'
import { StoredPicture } from '../../components/stored-picture.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './paper.module.css'
import { useScans } from './use-scans.ts'

/** The reader of PDFs is large: it is loaded with the first scan. */
const PdfPreview = lazy(async () => ({
  default: (await import('../../components/pdf-preview.tsx')).PdfPreview,
}))

interface ScanPaneProps {
  readonly batch: PaperBatchDetail
  /** The form being typed, when its number is one of the batch. */
  readonly formNumber: number | null
}

/** The scan beside the form: that of the form being typed, else that of the batch, else the one that was chosen. */
export function ScanPane({ batch, formNumber }: ScanPaneProps) {
  const { t } = useTranslation()
  const { allowed } = usePermission('read-sealed')
  const [chosenId, choose] = useState<string | null>(null)
  const { add, adding } = useScans(batch.id)
  const { scans } = batch
  const shown =
    scans.find((scan) => formNumber !== null && scan.formNumber === formNumber) ??
    scans.find(({ id }) => id === chosenId) ??
    scans.find((scan) => scan.formNumber === null) ??
    scans[0]
  const { data } = useRead('paper.scan', shown === undefined ? null : { scanId: shown.id }, { keep: false })
  const label = t('paper.scan.picture', { file: shown?.fileName ?? '' })
  if (!allowed) {
    return (
      <Text c="dimmed" p="xs">
        {t('paper.scan.denied')}
      </Text>
    )
  }
  return (
    <div className={classes.scan}>
      <div className={classes.scanBar}>
        {scans.length > 1 && (
          <Select
            size="xs"
            aria-label={t('paper.scan.choose')}
            allowDeselect={false}
            data={scans.map((scan) => ({
              value: scan.id,
              label:
                scan.formNumber === null
                  ? t('paper.scan.ofBatch', { file: scan.fileName })
                  : t('paper.scan.ofForm', { number: scan.formNumber, file: scan.fileName }),
            }))}
            value={shown?.id ?? null}
            onChange={choose}
          />
        )}
        <Group gap="xs">
          {formNumber !== null && (
            <GuardedButton
              permission="moderate"
              variant="default"
              size="compact-sm"
              loading={adding}
              leftSection={<IconPaperclip size={14} aria-hidden />}
              onClick={() => void add(formNumber)}
            >
              {t('paper.scan.addForForm', { number: formNumber })}
            </GuardedButton>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => void add(null)}>
            {t('paper.scan.addForBatch')}
          </Button>
        </Group>
      </div>
      {shown === undefined && (
        <Text c="dimmed" p="xs">
          {t('paper.scan.none')}
        </Text>
      )}
      {shown !== undefined && data === undefined && (
        <Loader m="md" size="sm" aria-label={t('common.loading')} />
      )}
      {shown !== undefined && data !== undefined && (
        <div className={classes.scanPage}>
          {data.mediaType === 'application/pdf' ? (
            <Suspense fallback={<Loader m="md" size="sm" aria-label={t('common.loading')} />}>
              <PdfPreview key={shown.id} bytes={data.bytes} label={label} />
            </Suspense>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <section className={classes.scanPicture} tabIndex={0} aria-label={label}>
              <StoredPicture picture={data} alt={label} w="100%" />
            </section>
          )}
        </div>
      )}
    </div>
  )
}
