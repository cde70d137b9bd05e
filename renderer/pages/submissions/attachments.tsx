import { UnstyledButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { useSubmissionChange } from './use-submission-change.ts'

/** Files kept with a submission, inside the dossier. */
export function Attachments({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const client = useClient()
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
        <UnstyledButton
          key={attachment.id}
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
        </UnstyledButton>
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
    </section>
  )
}
