import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'

const shortest = 8

/** Sets, changes or removes one's own passphrase. */
export function PassphraseForm({ person }: { person: PersonProfile }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [outcome, setOutcome] = useState('')
  const change = useChange('people.setPassphrase', { inPlace: ['*'] })
  const save = (phrase: string | null): void => {
    setOutcome('')
    change.mutate(
      { next: phrase, ...(person.hasPassphrase ? { current } : {}) },
      {
        onSuccess: () => {
          setCurrent('')
          setNext('')
          setAgain('')
          setOutcome(t(phrase === null ? 'people.passphraseRemoved' : 'people.passphraseSaved'))
        },
      },
    )
  }
  const tooShort = next !== '' && next.length < shortest
  const different = again !== '' && again !== next
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (next.length >= shortest && next === again) save(next)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="24rem">
        <Title order={2}>{t('people.myPassphrase')}</Title>
        <Text c="dimmed">{t('people.myPassphraseHint')}</Text>
        {person.hasPassphrase && (
          <PasswordInput
            label={t('people.current')}
            value={current}
            autoComplete="current-password"
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t('people.next')}
          value={next}
          autoComplete="new-password"
          error={tooShort ? t('people.tooShort') : undefined}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('people.again')}
          value={again}
          autoComplete="new-password"
          error={different ? t('people.different') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        {change.error !== null && (
          <Alert role="alert" color="red">
            {describeError(t, change.error)}
          </Alert>
        )}
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={next.length < shortest || next !== again}
          >
            {t('people.setPassphrase')}
          </Button>
          {person.hasPassphrase && (
            <Button variant="subtle" onClick={() => save(null)}>
              {t('people.removePassphrase')}
            </Button>
          )}
        </Group>
        <Text role="status" c="dimmed">
          {outcome}
        </Text>
      </Stack>
    </form>
  )
}
