import { Alert, Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { isTyped, paperChannels } from './form-values.ts'
import { InitialsField } from './initials-field.tsx'
import classes from './paper.module.css'
import { QuestionField } from './question-field.tsx'
import type { FormEntry } from './use-entry.ts'

interface EntryFormProps {
  readonly entry: FormEntry
  readonly batch: PaperBatchDetail | null
  readonly questions: readonly FormQuestion[]
  readonly form: RefObject<HTMLFormElement | null>
}

/** One paper form, in the order of the printed one. Enter goes on, from the last field it saves; Ctrl+Enter saves anywhere. */
export function EntryForm({ entry, batch, questions, form }: EntryFormProps) {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const { process } = useWork()
  const { values, set, problems, correction } = entry
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const closed = batch !== null && batch.closedAt !== null && correction === null

  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      void entry.save()
      return
    }
    if (!(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
    const next = fields[fields.indexOf(event.target) + 1]
    if (next === undefined) void entry.save()
    else next.focus()
  }
  const field = (
    name: 'title' | 'address' | 'declaredCost' | 'authorName' | 'authorPhone' | 'authorEmail',
  ) => ({
    'data-field': name,
    label: t(`paper.field.${name}`),
    maxLength: 300,
    autoComplete: 'off',
    value: values[name],
    error: problems.get(name),
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      set({ [name]: event.currentTarget.value }),
  })
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={
        correction === null
          ? t('paper.formLabel')
          : t('paper.correcting', { reference: correction.reference })
      }
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={press}
    >
      {entry.restoredAt !== undefined && (
        <Alert role="status" color="blue" py="xs">
          {t('paper.draftRestored', { date: instant(entry.restoredAt) })}
          <Group mt="xs">
            <Button variant="default" onClick={entry.clear}>
              {t('paper.forgetDraft')}
            </Button>
          </Group>
        </Alert>
      )}
      {correction !== null && (
        <div className={classes.correcting} role="status">
          <strong>{t('paper.correcting', { reference: correction.reference })}</strong>
          <Button variant="subtle" size="compact-sm" onClick={entry.cancelCorrection}>
            {t('paper.cancelCorrection')}
          </Button>
        </div>
      )}
      <div className={classes.context}>
        {batch !== null && (
          <TextInput
            data-field="formNumber"
            label={t('paper.field.formNumber')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            readOnly={correction !== null}
            value={values.formNumber}
            error={problems.get('formNumber')}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => set({ formNumber: event.currentTarget.value })}
          />
        )}
        <DateInput
          data-field="submittedOn"
          label={t('paper.field.submittedOn')}
          valueFormat="DD/MM/YYYY"
          maxDate={today}
          value={values.submittedOn}
          error={problems.get('submittedOn')}
          onChange={(value) => set({ submittedOn: value ?? today })}
        />
        <Select
          label={t('paper.field.channel')}
          allowDeselect={false}
          data={paperChannels.map((name) => ({ value: name, label: t(`labels.channel.${name}`) }))}
          value={values.channel}
          onChange={(value) => set({ channel: paperChannels.find((name) => name === value) ?? 'paper' })}
        />
      </div>
      <TextInput required {...field('title')} />
      <Textarea
        required
        autosize
        minRows={4}
        maxRows={12}
        data-field="body"
        label={t('paper.field.body')}
        value={values.body}
        error={problems.get('body')}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      <TextInput {...field('address')} />
      <div className={classes.pair}>
        <InitialsField
          key={`district ${correction?.submissionId ?? ''}`}
          name="districtId"
          label={t('paper.field.district')}
          options={process.districts}
          value={values.districtId}
          onChange={(districtId) => set({ districtId })}
        />
        <InitialsField
          key={`theme ${correction?.submissionId ?? ''}`}
          name="themeId"
          label={t('paper.field.theme')}
          options={process.themes}
          value={values.themeId}
          onChange={(themeId) => set({ themeId })}
        />
        <TextInput
          {...field('declaredCost')}
          inputMode="decimal"
          rightSection={<span aria-hidden>€</span>}
          styles={{ input: { textAlign: 'end' } }}
        />
      </div>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={values.answers[question.id] ?? ''}
          error={problems.get(`question:${question.id}`)}
          onChange={(answer) => set({ answers: { ...values.answers, [question.id]: answer } })}
        />
      ))}
      <div className={classes.pair}>
        <TextInput {...field('authorName')} />
        <TextInput {...field('authorPhone')} inputMode="tel" />
      </div>
      <Textarea
        autosize
        minRows={2}
        maxRows={4}
        data-field="authorAddress"
        label={t('paper.field.authorAddress')}
        maxLength={600}
        value={values.authorAddress}
        onChange={(event) => set({ authorAddress: event.currentTarget.value })}
      />
      <TextInput {...field('authorEmail')} inputMode="email" />
      {entry.refusal !== undefined && (
        <Alert role="alert" color="red">
          {entry.refusal}
        </Alert>
      )}
      <Group className={classes.save}>
        <GuardedButton
          permission="moderate"
          blockedBy={closed ? t('errors.batch-closed', { code: batch.code }) : undefined}
          loading={entry.saving}
          rightSection={<KeyHint name="mod+enter" />}
          onClick={() => void entry.save()}
        >
          {t(correction === null ? 'paper.save' : 'paper.saveCorrection')}
        </GuardedButton>
        <Text size="sm" c="dimmed" role="status">
          {entry.kept && (isTyped(values) || correction !== null) ? t('paper.draftSaved') : ''}
        </Text>
      </Group>
    </form>
  )
}
