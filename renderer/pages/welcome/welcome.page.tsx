import { ActionIcon, Alert, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconFile, IconFileOff, IconLock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useSession } from '../../session/session.tsx'
import { Assistant } from './assistant.tsx'
import { Demonstration } from './demonstration.tsx'
import classes from './welcome.module.css'
import { WelcomeScreen } from './welcome-screen.tsx'

/** First screen: open, create, recent dossiers, demonstration. */
export function WelcomePage() {
  const { t } = useTranslation()
  const client = useClient()
  const { enter } = useSession()
  const [creating, setCreating] = useState(false)
  const open = useChange('dossiers.open', { inPlace: ['dossier-open-elsewhere'] })
  if (creating) return <Assistant onBack={() => setCreating(false)} />

  const chooseAndOpen = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('welcome.open'),
      filters: [{ name: t('welcome.dossierFiles'), extensions: ['parvis'] }],
    })
    if (path !== null) open.mutate({ path }, { onSuccess: enter })
  }
  return (
    <WelcomeScreen title={t('welcome.title')}>
      <Text size="md">{t('welcome.introduction')}</Text>
      <Demonstration />
      <Stack gap="sm" component="section">
        <Group justify="space-between">
          <Title order={2}>{t('welcome.openTitle')}</Title>
          <Group gap="xs">
            <Button variant="default" onClick={() => setCreating(true)}>
              {t('welcome.create')}
            </Button>
            <Button variant="default" loading={open.isPending} onClick={() => void chooseAndOpen()}>
              {t('welcome.open')}
            </Button>
          </Group>
        </Group>
        {open.error?.code === 'dossier-open-elsewhere' && open.variables !== undefined && (
          <Alert role="alert" color="yellow" icon={<IconLock aria-hidden />}>
            {describeError(t, open.error)}
            <Group mt="xs">
              <Button
                onClick={() => open.mutate({ ...open.variables, readOnly: true }, { onSuccess: enter })}
              >
                {t('welcome.openReadOnly')}
              </Button>
            </Group>
          </Alert>
        )}
        <RecentDossiers onOpen={(path) => open.mutate({ path }, { onSuccess: enter })} />
      </Stack>
    </WelcomeScreen>
  )
}

function RecentDossiers({ onOpen }: { onOpen: (path: string) => void }) {
  const { t } = useTranslation()
  const { instantDay } = useFormats()
  const { data: recent = [], refetch } = useRead('dossiers.recent', {})
  const forget = useChange('dossiers.forget')
  if (recent.length === 0) return <Text c="dimmed">{t('welcome.noRecent')}</Text>
  return (
    <ul className={classes.list} aria-label={t('welcome.recent')}>
      {recent.map(({ path, title, openedAt, present }) => (
        <li key={path} className={classes.recent}>
          <UnstyledButton className={classes.entry} disabled={!present} onClick={() => onOpen(path)}>
            {present ? <IconFile size={20} aria-hidden /> : <IconFileOff size={20} aria-hidden />}
            <span className={classes.entryText}>
              <span className={classes.entryName}>{title}</span>
              <span className={classes.entryDetail}>
                {present ? t('welcome.openedOn', { date: instantDay(openedAt) }) : t('welcome.missing')}
              </span>
              <span className={classes.entryDetail}>{path}</span>
            </span>
          </UnstyledButton>
          <ActionIcon
            aria-label={t('welcome.forget', { title })}
            onClick={() => forget.mutate({ path }, { onSuccess: () => void refetch() })}
          >
            <IconX size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
