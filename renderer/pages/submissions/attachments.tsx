import { Group, UnstyledButton } from '@mantine/core'
import { IconBlur, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRecord } from '../../../shared/read-models/submission.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { BlurDialog } from '../../components/blur/blur-dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { useSubmissionChange } from './use-submission-change.ts'

/** Pictures that can be blurred; older dossiers tell no kind, the name does. */
function isPicture({ mediaType, fileName }: AttachmentRecord): boolean {
  return mediaType.startsWith('image/') || /\.(?:jpe?g|png|webp)$/i.test(fileName)
}

/** Files kept with a submission, inside the dossier. */
export function Attachments({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const client = useClient()
  const [blurring, setBlurring] = useState<string>()
  const { save, saving } = useSubmissionChange('submissions.addAttachment')
  const add = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('submissions.addAttachment'),
    })
    if (path !== null) await save({ submissionId: detail.id, path })
  }
  return (
    <section className={classes.attachments} aria-label={t('submissions.section.attachments')}>
      {detail.attachments.map((attachment) => (
        <Group key={attachment.id} gap="xs" wrap="nowrap">
          <UnstyledButton
            className={classes.attachment}
            onClick={() =>
              void client.submissions
                .openAttachment({ attachmentId: attachment.id })
                .catch((error: unknown) => showError(t, error))
            }
          >
            <IconPaperclip size={16} aria-hidden />
            <span dir="auto">{attachment.fileName}</span>
            <span className={classes.muted}>{bytes(attachment.bytes)}</span>
            {attachment.blurred && <span className={classes.muted}>· {t('blur.blurred')}</span>}
          </UnstyledButton>
          {isPicture(attachment) && (
            <GuardedButton
              permission="moderate"
              variant="subtle"
              size="compact-sm"
              flex="none"
              leftSection={<IconBlur size={16} aria-hidden />}
              aria-label={t('blur.open', { file: attachment.fileName })}
              onClick={() => setBlurring(attachment.id)}
            >
              {t('blur.openShort')}
            </GuardedButton>
          )}
        </Group>
      ))}
      <GuardedButton
        permission="moderate"
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPaperclip size={16} aria-hidden />}
        loading={saving}
        onClick={() => void add()}
      >
        {t('submissions.addAttachment')}
      </GuardedButton>
      {blurring !== undefined && (
        <BlurDialog attachmentId={blurring} onClose={() => setBlurring(undefined)} />
      )}
    </section>
  )
}
