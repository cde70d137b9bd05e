import { Button, Group, PasswordInput, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconLock, IconUser } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenDossier, PersonProfile } from '../../../shared/read-models/dossier.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { useSession } from '../../session/session.tsx'
import classes from './welcome.module.css'
import { WelcomeScreen } from './welcome-screen.tsx'

/** Choice of profile in an open dossier; a passphrase is asked where one was set. */
export function SignInPage({ dossier }: { dossier: OpenDossier }) {
  const { t } = useTranslation()
  const client = useClient()
  const { enter } = useSession()
  const [person, setPerson] = useState<PersonProfile>()
  const [passphrase, setPassphrase] = useState('')
  const signIn = useChange('people.signIn', { inPlace: ['passphrase-wrong', 'passphrase-required'] })

  const choose = (chosen: PersonProfile): void => {
    signIn.reset()
    setPassphrase('')
    setPerson(chosen)
    if (!chosen.hasPassphrase) signIn.mutate({ personId: chosen.id }, { onSuccess: enter })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (person) signIn.mutate({ personId: person.id, passphrase }, { onSuccess: enter })
  }
  const close = async (): Promise<void> => {
    await client.dossiers.close({})
    enter(null)
  }

  return (
    <WelcomeScreen title={t('welcome.signInTitle')}>
      <Text>{t('welcome.signInIntroduction', { title: dossier.title })}</Text>
      <ul className={classes.list}>
        {dossier.people
          .filter(({ active }) => active)
          .map((profile) => (
            <li key={profile.id}>
              <UnstyledButton
                className={classes.entry}
                aria-current={profile.id === person?.id}
                onClick={() => choose(profile)}
              >
                {profile.hasPassphrase ? (
                  <IconLock size={20} aria-hidden />
                ) : (
                  <IconUser size={20} aria-hidden />
                )}
                <span className={classes.entryText}>
                  <span className={classes.entryName}>{profile.name}</span>
                  <span className={classes.entryDetail}>
                    {profile.roles.map((role) => t(`labels.role.${role}`)).join(', ')}
                  </span>
                </span>
              </UnstyledButton>
            </li>
          ))}
      </ul>
      {person?.hasPassphrase && (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Title order={2}>{t('welcome.passphraseFor', { name: person.name })}</Title>
            <PasswordInput
              size="sm"
              label={t('welcome.passphrase')}
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              error={signIn.error ? describeError(t, signIn.error) : undefined}
              data-autofocus
              autoFocus
            />
            <Group>
              <Button type="submit" size="sm" loading={signIn.isPending}>
                {t('welcome.signIn')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      <Group>
        <Button variant="subtle" onClick={() => void close()}>
          {t('welcome.otherDossier')}
        </Button>
      </Group>
    </WelcomeScreen>
  )
}
