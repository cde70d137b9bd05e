import { Alert, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { unknownFields } from '../../../shared/domain/letters/fill-template.ts'
import type { LetterDetail } from '../../../shared/read-models/letter.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { keyOf } from './letter-filter.ts'

interface EditDialogProps {
  readonly letter: LetterDetail
  onClose(): void
}

interface Words {
  readonly subject: string
  readonly body: string
  readonly channel: string
}

/** Changes the words of one letter before it is made. What is typed survives closing the form. */
export function EditDialog({ letter, onClose }: EditDialogProps) {
  const { t } = useTranslation()
  const key = keyOf(letter)
  const [draft, keep] = useDraft<Words>(`letter:${key.submissionId} ${key.kind} ${key.event}`)
  const save = useChange('letters.saveDraft', { inPlace: ['*'] })
  const drop = useChange('letters.dropDraft', { inPlace: ['*'] })
  const done = useDoneNotice()
  const words: Words = draft ?? {
    subject: letter.subject,
    body: letter.body,
    channel: letter.drafted ? (letter.channel ?? '') : '',
  }
  const set = (part: Partial<Words>): void => keep({ ...words, ...part })
  const leftBraces = [...unknownFields(words.subject), ...unknownFields(words.body)].map(
    ({ name }) => `{${name}}`,
  )
  const empty = words.subject.trim() === '' || words.body.trim() === ''
  const { reference } = letter
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (empty || save.isPending) return
    save.mutate(
      {
        ...key,
        subject: words.subject,
        body: words.body,
        channel: letter.channels.find((channel) => channel === words.channel) ?? null,
      },
      {
        onSuccess: () => {
          keep(undefined)
          done(t('letters.draftSaved', { reference }))
          onClose()
        },
      },
    )
  }
  const error = save.error ?? drop.error
  return (
    <Dialog size="xl" onClose={onClose} title={t('letters.editTitle', { reference })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            required
            maxLength={300}
            label={t('letters.subject')}
            value={words.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
          <Textarea
            data-autofocus
            required
            autosize
            minRows={12}
            maxRows={22}
            maxLength={20_000}
            label={t('letters.body')}
            description={t('letters.bodyHint')}
            value={words.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
          {leftBraces.length > 0 && (
            <Text c="var(--parvis-warning)">
              <IconAlertTriangle size={14} aria-hidden />{' '}
              {t('letters.leftBraces', { names: leftBraces.join(', ') })}
            </Text>
          )}
          {letter.channels.length > 1 && (
            <Select
              maw="16rem"
              label={t('letters.way')}
              allowDeselect={false}
              data={[
                { value: '', label: t('letters.wayAuto') },
                ...letter.channels.map((channel) => ({
                  value: channel,
                  label: t(`letters.channel.${channel}`),
                })),
              ]}
              value={words.channel}
              onChange={(channel) => set({ channel: channel ?? '' })}
            />
          )}
          {error !== null && (
            <Alert role="alert" color="red">
              {describeError(t, error)}
            </Alert>
          )}
          <Group justify="space-between">
            {letter.drafted ? (
              <Button
                variant="subtle"
                loading={drop.isPending}
                onClick={() =>
                  drop.mutate(key, {
                    onSuccess: () => {
                      keep(undefined)
                      done(t('letters.draftDropped', { reference }))
                      onClose()
                    },
                  })
                }
              >
                {t('letters.dropDraft')}
              </Button>
            ) : (
              <span />
            )}
            <Group>
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <GuardedButton
                permission="moderate"
                type="submit"
                loading={save.isPending}
                blockedBy={empty ? t('letters.template.empty') : undefined}
              >
                {t('letters.saveDraft')}
              </GuardedButton>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
