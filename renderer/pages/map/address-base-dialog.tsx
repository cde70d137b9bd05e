import { Alert, Button, Group, Loader, MultiSelect, Progress, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressFile } from '../../../shared/read-models/addresses.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError, showError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'

const all = { inPlace: ['*'] }

/** The address base: what is loaded, and another file in its place after a look at what it holds. */
export function AddressBaseDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { number, instantDay } = useFormats()
  const client = useClient()
  const { process } = useWork()
  const { data: base } = useRead('addresses.base', {})
  const inspect = useTask('addresses.inspect', t('addresses.reading'), all)
  const load = useTask('addresses.importBase', t('addresses.importing'), all)
  const done = useDoneNotice()
  const [file, setFile] = useState<{ readonly path: string; readonly told: AddressFile }>()
  const [communes, setCommunes] = useState<readonly string[]>([])
  const keyOf = ({ code, name }: AddressFile['communes'][number]): string => name || code

  const choose = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('addresses.baseTitle'),
      filters: [{ name: t('addresses.fileFilter'), extensions: ['csv', 'txt'] }],
    })
    if (path === null) return
    const told = await inspect.start({ path })
    if (told === undefined) return
    // A file of a whole department: the commune of the démarche is what is wanted.
    const own = told.communes.filter(
      ({ code, name }) =>
        (process.inseeCode !== '' && code === process.inseeCode) ||
        name.localeCompare(process.communeName, 'fr', { sensitivity: 'base' }) === 0,
    )
    setCommunes((own.length > 0 ? own : told.communes).map(keyOf).slice(0, 1_000))
    setFile({ path, told })
  }
  const act = async (): Promise<void> => {
    if (file === undefined) return
    const { path, told } = file
    const some = communes.length < told.communes.length
    const written = await load.start({
      path,
      sha256: told.sha256,
      ...(some ? { communes: [...communes] } : {}),
    })
    if (written === undefined) return
    done(t('addresses.imported', { addresses: number(written.addresses) }))
    onClose()
  }
  const task = inspect.running ? inspect : load.running ? load : undefined
  const error = load.error ?? inspect.error
  const counted = file?.told.communes.filter((commune) => communes.includes(keyOf(commune))) ?? []
  return (
    <Dialog size="lg" onClose={onClose} title={t('addresses.baseTitle')}>
      <Stack gap="sm">
        <Text>{t('addresses.baseHelp')}</Text>
        {base === undefined ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : (
          <Text fw={600}>
            {base === null
              ? t('addresses.baseNone')
              : t('addresses.baseState', {
                  addresses: number(base.addresses),
                  streets: number(base.streets),
                  file: base.fileName,
                  day: instantDay(base.importedAt),
                  name: base.importedByName,
                })}
          </Text>
        )}
        {file !== undefined && (
          <>
            <Table aria-label={t('addresses.file')} verticalSpacing={4}>
              <Table.Tbody>
                <Line label={t('addresses.file')} value={file.told.fileName} />
                <Line label={t('addresses.rows')} value={number(file.told.rows)} />
                <Line
                  label={t('addresses.addressesCount')}
                  value={number(counted.reduce((sum, { addresses }) => sum + addresses, 0))}
                />
                {file.told.rejected > 0 && (
                  <Line label={t('addresses.rejected')} value={number(file.told.rejected)} />
                )}
              </Table.Tbody>
            </Table>
            {file.told.rejected > 0 && (
              <Text c="dimmed">
                {t('addresses.rejectedLines', { lines: file.told.rejectedLines.slice(0, 8).join(', ') })}
              </Text>
            )}
            {file.told.communes.length > 1 && (
              <MultiSelect
                searchable
                label={t('addresses.communes')}
                data={file.told.communes.map((commune) => ({
                  value: keyOf(commune),
                  label: t('addresses.communeCount', { name: keyOf(commune), count: commune.addresses }),
                }))}
                value={[...communes]}
                onChange={setCommunes}
              />
            )}
            {base !== null && <Text>{t('addresses.replaces')}</Text>}
          </>
        )}
        {error !== undefined && task === undefined && (
          <Alert role="alert" color="red">
            {describeError(t, error)}
          </Alert>
        )}
        {task?.progress !== undefined && (
          <Progress
            aria-label={task.progress.label}
            value={task.progress.total === 0 ? 0 : (task.progress.done / task.progress.total) * 100}
          />
        )}
        <Group>
          {file !== undefined && (
            <GuardedButton
              permission="configure-process"
              loading={load.running}
              blockedBy={communes.length === 0 ? t('common.required') : undefined}
              onClick={() => void act()}
            >
              {t('addresses.importAct')}
            </GuardedButton>
          )}
          <GuardedButton
            permission="configure-process"
            variant={file === undefined ? 'filled' : 'default'}
            loading={inspect.running}
            onClick={() => void choose().catch((caught: unknown) => showError(t, caught))}
          >
            {t('addresses.chooseFile')}
          </GuardedButton>
          {task !== undefined ? (
            <Button variant="subtle" onClick={() => task.cancel()}>
              {t('common.cancel')}
            </Button>
          ) : (
            <Button variant="subtle" onClick={onClose}>
              {t('common.close')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label}
      </Table.Th>
      <Table.Td ta="end">{value}</Table.Td>
    </Table.Tr>
  )
}
