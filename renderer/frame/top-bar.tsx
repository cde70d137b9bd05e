import { Kbd, Menu, UnstyledButton } from '@mantine/core'
import {
  IconChevronDown,
  IconFolder,
  IconFolderOpen,
  IconLogout,
  IconSearch,
  IconUser,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParvis } from '../api/parvis.tsx'
import { useFormats } from '../formats/use-formats.ts'
import { keyLabel } from '../keys/key-name.ts'
import { navigateTo } from '../navigation/hash-location.ts'
import { LookSwitches } from '../preferences/look-switches.tsx'
import { useSession, useWork } from '../session/session.tsx'
import { currentPhase } from './current-phase.ts'
import classes from './frame.module.css'
import { openPalette } from './palette.tsx'

/** Dossier, démarche and phase; search; profile, language, colours. */
export function TopBar({ signOut }: { signOut: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormats()
  const { platform } = useParvis().bridge
  return (
    <header className={classes.bar}>
      <div className={classes.where}>
        <DossierMenu />
        <ProcessMenu />
      </div>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchWords}>{t('common.searchOrAct')}</span>
        {keyLabel('mod+k', language, platform).map((part) => (
          <Kbd key={part} size="xs" aria-hidden>
            {part}
          </Kbd>
        ))}
      </UnstyledButton>
      <LookSwitches />
      <ProfileMenu signOut={signOut} />
    </header>
  )
}

function DossierMenu() {
  const { t } = useTranslation()
  const { dossier } = useWork()
  const { client } = useParvis()
  const { enter } = useSession()
  const close = async (): Promise<void> => {
    await client.dossiers.close({})
    navigateTo('/')
    enter(null)
  }
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={classes.barButton}
          aria-label={t('common.dossierMenu', { title: dossier.title })}
        >
          <IconFolder size={18} stroke={1.6} aria-hidden />
          <span>{dossier.title}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolder size={16} aria-hidden />} onClick={() => navigateTo('/dossier')}>
          {t('common.dossierProperties')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void close()}>
          {t('common.closeDossier')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function ProcessMenu() {
  const { t } = useTranslation()
  const { dossier, process, processes, chooseProcess } = useWork()
  const phase = currentPhase(process.phases, new Date())
  const moment = phase && (
    <span className={classes.phase}>
      {t(phase.state === 'open' ? 'common.phaseOpen' : 'common.phaseAhead', {
        phase: t(`labels.phase.${phase.kind}`),
        days: phase.daysLeft,
      })}
    </span>
  )
  const title = (
    <span className={classes.processTitle} data-with-phase={phase !== undefined || undefined}>
      {process.title}
    </span>
  )
  if (processes.length < 2) {
    return (
      <span className={classes.barButton}>
        {process.title !== dossier.title && title}
        {moment}
      </span>
    )
  }
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={classes.barButton}
          aria-label={t('common.processMenu', { title: process.title })}
        >
          {title}
          {moment}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {processes.map(({ id, title, kind }) => (
          <Menu.Item key={id} onClick={() => chooseProcess(id)} aria-current={id === process.id}>
            {title} — {t(`labels.processKind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ProfileMenu({ signOut }: { signOut: () => void }) {
  const { t } = useTranslation()
  const { person } = useWork()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton
          className={classes.barButton}
          aria-label={t('common.profileMenu', { name: person.name })}
        >
          <IconUser size={18} stroke={1.6} aria-hidden />
          <span className={classes.personName}>{person.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.roles.map((role) => t(`labels.role.${role}`)).join(', ')}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} onClick={() => navigateTo('/people')}>
          {t('people.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('common.changeProfile')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
