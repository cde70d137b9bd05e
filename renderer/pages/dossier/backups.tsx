import { Alert, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile } from '../../../shared/read-models/dossier.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useSession } from '../../session/session.tsx'

/** Backups beside the dossier, each restorable. */
export function Backups() {
  const { t } = useTranslation()
  const { bytes, instant } = useFormats()
  const { data: backups = [] } = useRead('dossiers.backups', {})
  const [chosen, setChosen] = useState<BackupFile>()
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('dossier.backups')}</Title>
      <Text c="dimmed">{t(backups.length === 0 ? 'dossier.noBackup' : 'dossier.backupsHint')}</Text>
      {backups.length > 0 && (
        <Table>
          <Table.Caption className="visually-hidden">{t('dossier.backups')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('dossier.takenAt')}</Table.Th>
              <Table.Th scope="col">{t('dossier.reason')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('dossier.fileBytes')}
              </Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">{t('dossier.restore')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => (
              <Table.Tr key={backup.path}>
                <Table.Th scope="row" fw={400}>
                  {instant(backup.takenAt)}
                </Table.Th>
                <Table.Td>{t(`dossier.reasons.${backup.reason}`)}</Table.Td>
                <Table.Td ta="end">{bytes(backup.bytes)}</Table.Td>
                <Table.Td ta="end">
                  <GuardedButton
                    variant="subtle"
                    size="compact-xs"
                    permission="restore-backup"
                    onClick={() => setChosen(backup)}
                  >
                    {t('dossier.restore')}
                  </GuardedButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {chosen !== undefined && <Restore backup={chosen} onClose={() => setChosen(undefined)} />}
    </Stack>
  )
}

/** Restoring takes later work out of the dossier: it asks for a typed word. */
function Restore({ backup, onClose }: { backup: BackupFile; onClose: () => void }) {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const { enter } = useSession()
  const [typed, setTyped] = useState('')
  const restore = useChange('dossiers.restoreBackup', { inPlace: ['*'] })
  const done = useDoneNotice()
  const word = t('dossier.restoreWord')
  return (
    <Dialog onClose={onClose} title={t('dossier.restoreTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== word) return
          restore.mutate(
            { path: backup.path },
            {
              onSuccess: (dossier) => {
                onClose()
                enter(dossier)
                done(t('dossier.restored'))
              },
            },
          )
        }}
      >
        <Stack>
          <Text>{t('dossier.restoreWarning', { date: instant(backup.takenAt) })}</Text>
          <TextInput
            data-autofocus
            label={t('dossier.restoreConfirm', { word })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {restore.error !== null && (
            <Alert role="alert" color="red">
              {describeError(t, restore.error)}
            </Alert>
          )}
          <Group>
            <Button type="submit" color="red" disabled={typed !== word} loading={restore.isPending}>
              {t('dossier.restoreTitle')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
