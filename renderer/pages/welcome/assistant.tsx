import { Alert, Button, Group, SegmentedControl, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import { type ProcessKind, processKinds } from '../../../shared/domain/processes/process-kind.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { AmountInput } from '../../components/amount.tsx'
import { useSession } from '../../session/session.tsx'
import { WelcomeScreen } from './welcome-screen.tsx'

interface Answers {
  readonly kind: ProcessKind
  readonly communeName: string
  /** Null until somebody types: the kind and the year then make it. */
  readonly title: string | null
  readonly envelope: Cents | null
  readonly districts: string[]
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly personName: string
}

const unanswered: Answers = {
  kind: 'participatory-budget',
  communeName: '',
  title: null,
  envelope: null,
  districts: [],
  opensOn: null,
  closesOn: null,
  personName: '',
}

/** Makes a working démarche in five answers. */
export function Assistant({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const { enter } = useSession()
  const [answers, setAnswers] = useState(unanswered)
  const [missing, setMissing] = useState(false)
  const create = useChange('dossiers.create', { inPlace: ['*'] })
  const set = (part: Partial<Answers>): void => setAnswers({ ...answers, ...part })
  const title = answers.title ?? `${t(`labels.processKind.${answers.kind}`)} ${new Date().getFullYear()}`
  const required = (text: string): string | undefined =>
    missing && text.trim() === '' ? t('common.required') : undefined

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (title.trim() === '' || answers.personName.trim() === '') {
      setMissing(true)
      return
    }
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('welcome.assistantTitle'),
      proposedPath: `${fileName(title)}.parvis`,
      filters: [{ name: t('welcome.dossierFiles'), extensions: ['parvis'] }],
    })
    if (path === null) return
    create.mutate(
      {
        path,
        kind: answers.kind,
        title,
        personName: answers.personName,
        communeName: answers.communeName,
        envelope: answers.envelope,
        districts: answers.districts,
        submissionOpensOn: answers.opensOn,
        submissionClosesOn: answers.closesOn,
      },
      { onSuccess: enter },
    )
  }

  return (
    <WelcomeScreen title={t('welcome.assistantTitle')}>
      <Text>{t('welcome.assistantIntroduction')}</Text>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('welcome.kind')}
            value={answers.kind}
            onChange={(value) => set({ kind: processKinds.find((kind) => kind === value) ?? answers.kind })}
            data={processKinds.map((kind) => ({ value: kind, label: t(`labels.processKind.${kind}`) }))}
          />
          <TextInput
            size="sm"
            label={t('welcome.commune')}
            description={t('welcome.communeHint')}
            value={answers.communeName}
            onChange={(event) => set({ communeName: event.currentTarget.value })}
          />
          <TextInput
            size="sm"
            required
            label={t('welcome.processTitle')}
            description={t('welcome.processTitleHint')}
            error={required(title)}
            value={title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          {answers.kind === 'participatory-budget' && (
            <AmountInput
              size="sm"
              label={t('welcome.envelope')}
              description={t('welcome.envelopeHint')}
              value={answers.envelope}
              onChange={(envelope) => set({ envelope })}
            />
          )}
          <TagsInput
            size="sm"
            label={t('welcome.districts')}
            description={t('welcome.districtsHint')}
            value={answers.districts}
            onChange={(districts) => set({ districts })}
            splitChars={[',', ';']}
          />
          <Group grow align="flex-end">
            <DateInput
              size="sm"
              clearable
              valueFormat="D MMMM YYYY"
              label={t('welcome.dates')}
              description={t('welcome.datesHint')}
              value={answers.opensOn}
              onChange={(opensOn) => set({ opensOn })}
            />
            <DateInput
              size="sm"
              clearable
              valueFormat="D MMMM YYYY"
              aria-label={t('welcome.dates')}
              {...(answers.opensOn === null ? {} : { minDate: answers.opensOn })}
              value={answers.closesOn}
              onChange={(closesOn) => set({ closesOn })}
            />
          </Group>
          <TextInput
            size="sm"
            required
            label={t('welcome.yourName')}
            description={t('welcome.yourNameHint')}
            error={required(answers.personName)}
            value={answers.personName}
            onChange={(event) => set({ personName: event.currentTarget.value })}
            autoComplete="name"
          />
          {create.error !== null && (
            <Alert role="alert" color="red">
              {describeError(t, create.error)}
            </Alert>
          )}
          <Group>
            <Button size="sm" type="submit" loading={create.isPending}>
              {t('welcome.createFile')}
            </Button>
            <Button size="sm" variant="subtle" onClick={onBack}>
              {t('common.back')}
            </Button>
          </Group>
        </Stack>
      </form>
    </WelcomeScreen>
  )
}

/** A name that every file system takes. */
function fileName(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
}
