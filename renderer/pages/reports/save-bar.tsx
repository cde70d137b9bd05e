import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy, IconFileCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenFile } from '../../../shared/contract/reports.contract.ts'
import type { CallError } from '../../api/client.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError, showError } from '../../api/show-error.tsx'
import type { RunningTask } from '../../api/task-store.ts'
import { folderOf, proposedFileName } from '../../formats/file-name.ts'
import { toParisTime } from '../../formats/paris-time.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import type { DocumentId } from './documents.ts'
import classes from './reports.module.css'

interface SaveTask {
  readonly running: boolean
  readonly progress: RunningTask | undefined
  readonly error: CallError | undefined
  cancel(): void
}

interface SaveBarProps {
  readonly id: DocumentId
  readonly extension: string
  /** Names the kind of file in the dialog. */
  readonly filter: string
  readonly task: SaveTask
  /** Writes the file; undefined when it was refused or cancelled. */
  write(path: string): Promise<WrittenFile | undefined>
  readonly blockedBy?: string | undefined
  /** What will be in the file, in few words. */
  readonly content?: ReactNode
}

/** The proposed name, the act that asks where and writes, how far it is, and the ways to the file. */
export function SaveBar({ id, extension, filter, task, write, blockedBy, content }: SaveBarProps) {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const client = useClient()
  const fileNotice = useFileNotice()
  const fileName = useProposedName(id, extension)
  const [folder, rememberFolder] = useRemembered('reports:folder', '')
  const [written, setWritten] = useState<WrittenFile>()
  const shown = useRef(true)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const save = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('reports.saveAs', { name: t(`reports.document.${id}`) }),
      proposedPath: `${folder}${fileName}`,
      filters: [{ name: filter, extensions: [extension] }],
    })
    if (path === null) return
    rememberFolder(folderOf(path))
    setWritten(undefined)
    const file = await write(path)
    if (file === undefined) return
    // Who has left the page hears of it by a notice.
    if (shown.current) setWritten(file)
    else fileNotice(file.path)
  }
  usePageKeys([
    {
      key: 'mod+s',
      label: t('reports.save'),
      run: () => button.current?.click(),
      enabled: !task.running,
      inFields: true,
    },
  ])
  const refusal = task.error === undefined || task.error.code === 'cancelled' ? undefined : task.error
  return (
    <footer className={classes.save}>
      {refusal !== undefined && !task.running && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
          {describeError(t, refusal)}
        </Alert>
      )}
      {written !== undefined && !task.running && (
        <div className={classes.written}>
          <IconFileCheck size={18} color="var(--parvis-success)" aria-hidden />
          <Text role="status" className={classes.path}>
            {t('reports.savedAs', { path: written.path, size: bytes(written.bytes) })}
          </Text>
          <WaysToFile path={written.path} />
        </div>
      )}
      <div className={classes.act}>
        {task.running ? (
          <Writing task={task} />
        ) : (
          <GuardedButton
            ref={button}
            size="sm"
            permission="export"
            blockedBy={blockedBy}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            rightSection={<KeyHint name="mod+s" />}
            onClick={() => void save().catch((error: unknown) => showError(t, error))}
          >
            {t('reports.save')}
          </GuardedButton>
        )}
        <Text c="dimmed" className={classes.path}>
          {content !== undefined && <>{content} — </>}
          {fileName}
        </Text>
      </div>
    </footer>
  )
}

/** `commune_edition_document_day.extension`. */
function useProposedName(id: DocumentId, extension: string): string {
  const { t } = useTranslation()
  const { process } = useWork()
  const today = toParisTime(new Date().toISOString()).slice(0, 10)
  return proposedFileName(
    [process.communeName, process.edition, t(`reports.fileWord.${id}`), today],
    extension,
  )
}

function Writing({ task }: { task: SaveTask }) {
  const { t } = useTranslation()
  const { progress } = task
  const share =
    progress !== undefined && progress.total > 0 ? (progress.done / progress.total) * 100 : undefined
  return (
    <Group gap="sm">
      <Text role="status">{t('common.saving')}</Text>
      <Progress.Root w={160} size="md">
        <Progress.Section
          value={share ?? 100}
          animated={share === undefined}
          striped={share === undefined}
          aria-label={t('common.saving')}
        />
      </Progress.Root>
      <Button
        variant="default"
        size="sm"
        disabled={progress?.cancelling === true}
        onClick={() => task.cancel()}
      >
        {t(progress?.cancelling === true ? 'common.cancelling' : 'common.cancel')}
      </Button>
    </Group>
  )
}

function WaysToFile({ path }: { path: string }) {
  const { t } = useTranslation()
  const client = useClient()
  const fail = (error: unknown): void => showError(t, error)
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="light"
        size="compact-sm"
        onClick={() => void client.application.openFile({ path }).catch(fail)}
      >
        {t('common.openFile')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => void client.application.showInFolder({ path }).catch(fail)}
      >
        {t('common.showInFolder')}
      </Button>
    </Group>
  )
}
