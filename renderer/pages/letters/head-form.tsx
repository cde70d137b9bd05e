import { Checkbox, Loader, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LetterSettings } from '../../../shared/read-models/letter.ts'
import { useClient } from '../../api/parvis.tsx'
import { useRead } from '../../api/use-call.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { useProcessId } from '../../session/session.tsx'
import classes from './letters.module.css'

/** The letterhead, the signature, what refusals say of appeals. */
export function HeadForm() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const { data } = useRead('letters.settings', { processId })
  return (
    <section className={classes.headForm} aria-labelledby="letter-head">
      <Title order={2} size="h4" id="letter-head" mb="sm">
        {t('letters.settings.title')}
      </Title>
      {data === undefined ? (
        <Loader size="sm" role="img" aria-label={t('common.loading')} />
      ) : (
        <Fields key={processId} settings={data} />
      )}
    </section>
  )
}

type Values = Omit<LetterSettings, 'version'>

function readValues({ version: _version, ...values }: LetterSettings): Values {
  return values
}

function Fields({ settings }: { readonly settings: LetterSettings }) {
  const { t } = useTranslation()
  const client = useClient()
  const processId = useProcessId()
  const form = useVersionedForm({
    draftKey: `letter head ${processId}`,
    source: settings,
    read: readValues,
    save: (values, version) => client.letters.saveSettings({ ...values, processId, version }),
  })
  const { values, set } = form
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="40rem" gap="sm">
        <TextInput
          maxLength={300}
          label={t('letters.settings.service')}
          value={values.service}
          onChange={(event) => set({ service: event.currentTarget.value })}
        />
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          maxLength={600}
          label={t('letters.settings.sender')}
          description={t('letters.settings.senderHint')}
          value={values.sender}
          onChange={(event) => set({ sender: event.currentTarget.value })}
        />
        <TextInput
          maw="20rem"
          maxLength={300}
          label={t('letters.settings.place')}
          value={values.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <TextInput
          maxLength={300}
          label={t('letters.settings.signature')}
          description={t('letters.settings.signatureHint')}
          value={values.signature}
          onChange={(event) => set({ signature: event.currentTarget.value })}
        />
        <NumberInput
          maw="20rem"
          min={1}
          max={365}
          allowDecimal={false}
          hideControls
          label={t('letters.settings.replyDays')}
          value={values.replyDays}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) set({ replyDays: value })
          }}
        />
        <Checkbox
          label={t('letters.settings.appealNotice')}
          checked={values.appealNotice}
          onChange={(event) => set({ appealNotice: event.currentTarget.checked })}
        />
        {values.appealNotice && (
          <Textarea
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2_000}
            label={t('letters.settings.appeal')}
            value={values.appeal}
            onChange={(event) => set({ appeal: event.currentTarget.value })}
          />
        )}
        <Checkbox
          label={t('letters.settings.electoralRestraint')}
          checked={values.electoralRestraint}
          onChange={(event) => set({ electoralRestraint: event.currentTarget.checked })}
        />
        <Text c="dimmed">{t('letters.settings.logoHint')}</Text>
        <FormFooter form={form} permission="configure-process" />
      </Stack>
    </form>
  )
}
