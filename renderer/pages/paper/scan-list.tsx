import { Button, Text, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { useChange } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import classes from './paper.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { useScans } from './use-scans.ts'

/** Scans kept with the batch. */
export function ScanList({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const { add, adding } = useScans(batch.id)
  const remove = useChange('paper.removeScan')
  const [removing, setRemoving] = useState<string>()
  return (
    <section aria-labelledby="paper-scans">
      <Title order={2} id="paper-scans" className={classes.sectionTitle}>
        {t('paper.batch.scans')}
      </Title>
      {batch.scans.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('paper.scan.none')}
        </Text>
      )}
      <ul className={classes.aside}>
        {batch.scans.map((scan) => (
          <li key={scan.id}>
            <IconPaperclip size={14} aria-hidden />
            <span dir="auto">
              {scan.formNumber === null
                ? t('paper.scan.ofBatch', { file: scan.fileName })
                : t('paper.scan.ofForm', { number: scan.formNumber, file: scan.fileName })}
            </span>
            <span className={classes.quiet}>{bytes(scan.bytes)}</span>
            <Button variant="subtle" size="compact-xs" onClick={() => setRemoving(scan.id)}>
              {t('paper.scan.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <GuardedButton
        permission="moderate"
        variant="default"
        size="compact-sm"
        mt="xs"
        loading={adding}
        onClick={() => void add(null)}
      >
        {t('paper.scan.add')}
      </GuardedButton>
      {removing !== undefined && (
        <ReasonDialog
          title={t('paper.scan.removeTitle')}
          label={t('paper.batch.reason')}
          action={t('paper.scan.remove')}
          onClose={() => setRemoving(undefined)}
          onReason={(reason) => remove.mutate({ scanId: removing, reason })}
        />
      )}
    </section>
  )
}
