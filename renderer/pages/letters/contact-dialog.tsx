import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMailAddress } from '../../../shared/domain/letters/mail-address.ts'
import type { LetterDetail } from '../../../shared/read-models/letter.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDraft } from '../../components/drafts.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'

interface ContactDialogProps {
  readonly letter: LetterDetail
  onClose(): void
}

interface Contact {
  readonly authorEmail: string
  readonly authorPhone: string
  readonly authorAddress: string
}

/** How to reach a proposer: e-mail, phone, postal address. What is typed survives closing the form. */
export function ContactDialog({ letter, onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const [draft, keep] = useDraft<Contact>(`contact:${letter.submissionId}`)
  const [tried, setTried] = useState(false)
  const save = useChange('letters.saveContact', { inPlace: ['*'] })
  const done = useDoneNotice()
  const contact: Contact = draft ?? {
    authorEmail: letter.authorEmail ?? '',
    authorPhone: letter.authorPhone ?? '',
    authorAddress: letter.authorAddress ?? '',
  }
  const set = (part: Partial<Contact>): void => keep({ ...contact, ...part })
  const email = contact.authorEmail.trim()
  const wrongEmail = email !== '' && !isMailAddress(email)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (wrongEmail || save.isPending) return
    const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
    save.mutate(
      {
        submissionId: letter.submissionId,
        version: letter.submissionVersion,
        authorEmail: given(contact.authorEmail),
        authorPhone: given(contact.authorPhone),
        authorAddress: given(contact.authorAddress),
      },
      {
        onSuccess: () => {
          keep(undefined)
          done(t('letters.contactSaved', { reference: letter.reference }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('letters.contactTitle', { reference: letter.reference })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('letters.contactHint')}</Text>
          <Textarea
            data-autofocus
            autosize
            minRows={3}
            maxRows={6}
            maxLength={600}
            label={t('letters.authorAddress')}
            description={t('submissions.field.authorAddressHint')}
            value={contact.authorAddress}
            onChange={(event) => set({ authorAddress: event.currentTarget.value })}
          />
          <TextInput
            type="email"
            maxLength={254}
            label={t('letters.authorEmail')}
            error={tried && wrongEmail ? t('letters.emailInvalid') : undefined}
            value={contact.authorEmail}
            onChange={(event) => set({ authorEmail: event.currentTarget.value })}
          />
          <TextInput
            type="tel"
            maxLength={300}
            label={t('letters.authorPhone')}
            value={contact.authorPhone}
            onChange={(event) => set({ authorPhone: event.currentTarget.value })}
          />
          {save.error !== null && (
            <Alert role="alert" color="red">
              {describeError(t, save.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton permission="moderate" type="submit" loading={save.isPending}>
              {t('common.save')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
