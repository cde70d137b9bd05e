import { Group, Stack, Text, Textarea } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'
import { useSubmissionChange } from './use-submission-change.ts'

/** Internal notes: for the staff, never published. */
export function Notes({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <FoldedSection
      id="notes"
      title={t('submissions.section.notes')}
      {...(detail.notes.length > 0 ? { count: number(detail.notes.length) } : {})}
      hotkey={{ key: 'n', label: t('submissions.sectionKey.notes') }}
    >
      {() => <NotePad detail={detail} />}
    </FoldedSection>
  )
}

function NotePad({ detail }: { detail: SubmissionDetail }) {
  const { t } = useTranslation()
  const { shortInstant } = useFormats()
  const [text = '', keep] = useDraft<string>(`note:${detail.id}`)
  const { save, saving } = useSubmissionChange('submissions.addNote')
  const empty = text.trim() === ''
  const add = async (): Promise<void> => {
    if (empty || saving) return
    if (await save({ submissionId: detail.id, text })) keep(undefined)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void add()
    } else if (event.key === 'Escape' && event.currentTarget instanceof HTMLElement)
      event.currentTarget.blur()
  }
  return (
    <Stack gap="sm">
      <Textarea
        data-first-field
        autosize
        minRows={2}
        maxRows={10}
        label={t('submissions.note')}
        description={t('submissions.noteHint')}
        value={text}
        onChange={(event) => keep(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        onKeyDown={press}
      />
      <Group>
        <GuardedButton
          permission="write-note"
          blockedBy={empty ? t('submissions.noteEmpty') : undefined}
          loading={saving}
          variant="default"
          onClick={() => void add()}
        >
          {t('submissions.addNote')}
        </GuardedButton>
      </Group>
      {detail.notes.map((note) => (
        <div key={note.id} className={classes.note}>
          <Text size="xs" c="dimmed">
            {note.authorName}, {shortInstant(note.writtenAt)}
          </Text>
          <Text className={classes.written} dir="auto">
            {note.text}
          </Text>
        </div>
      ))}
    </Stack>
  )
}
