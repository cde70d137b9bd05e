import { Button, Progress, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartedTask } from '../../api/start-task.ts'
import { useRunningTasks } from '../../api/use-task.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import classes from './imports.module.css'
import type { ImportWork } from './use-import.ts'

/** The main act, below the preview: import, or leave the file. While it runs: how far it is, and the way to stop. */
export function ActBar({ work }: { work: ImportWork }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { plan, preview, drop } = work
  const outcome = preview.running || preview.stale ? undefined : preview.data
  const writes = outcome === undefined ? 0 : outcome.created + outcome.updated
  const blockedBy = reasonNotTo(work)
  const button = useRef<HTMLButtonElement>(null)
  const ready = outcome !== undefined && blockedBy === undefined
  useEffect(() => {
    // Enter imports, once the person has not gone to correct something in between.
    const nowhere = document.activeElement === document.body || document.activeElement?.tagName === 'H1'
    if (ready && nowhere) button.current?.focus({ preventScroll: true })
  }, [ready])
  usePageKeys([
    {
      key: 'mod+enter',
      label: t('imports.commitNothing'),
      run: () => button.current?.click(),
      enabled: ready && plan.committing === undefined,
      inFields: true,
    },
  ])
  if (plan.committing !== undefined) return <Running task={plan.committing} />
  return (
    <div className={classes.actBar}>
      {work.inspection !== undefined && (
        <GuardedButton
          ref={button}
          permission="import"
          blockedBy={blockedBy === undefined ? undefined : t(blockedBy)}
          size="sm"
          rightSection={<KeyHint name="mod+enter" />}
          onClick={work.commit}
        >
          {writes === 0
            ? t('imports.commitNothing')
            : t('imports.commit', { count: writes, formatted: number(writes) })}
        </GuardedButton>
      )}
      <Button variant="subtle" size="sm" onClick={drop}>
        {t('imports.leave')}
      </Button>
      <Text role="status" c="dimmed">
        {preview.running || work.reading.running
          ? t('imports.waitForPreview')
          : blockedBy === undefined
            ? ''
            : t(blockedBy)}
      </Text>
    </div>
  )
}

/** Why there is nothing to import, by the key of its sentence. */
function reasonNotTo({ preview, reading, textMissing }: ImportWork): string | undefined {
  if (textMissing) return 'imports.noTextColumn'
  if (preview.running || reading.running || preview.stale) return 'imports.waitForPreview'
  const outcome = preview.data
  if (outcome === undefined) return 'imports.readFirst'
  if (outcome.created + outcome.updated > 0) return undefined
  return outcome.rejected > 0 && outcome.unchanged === 0 ? 'imports.allRejected' : 'imports.nothingToImport'
}

function Running({ task }: { task: StartedTask<unknown> }) {
  const { t } = useTranslation()
  const progress = useRunningTasks().find(({ callId }) => callId === task.callId)
  const share =
    progress !== undefined && progress.total > 0
      ? Math.min(100, (progress.done / progress.total) * 100)
      : undefined
  const cancelling = progress?.cancelling === true
  return (
    <div className={classes.actBar}>
      <Text role="status">{t('imports.importing')}</Text>
      <Progress.Root className={classes.progress} size="md">
        <Progress.Section
          value={share ?? 100}
          animated={share === undefined}
          striped={share === undefined}
          aria-label={t('imports.importing')}
        />
      </Progress.Root>
      <Button variant="default" size="sm" disabled={cancelling} onClick={() => task.cancel()}>
        {t(cancelling ? 'common.cancelling' : 'common.cancel')}
      </Button>
    </div>
  )
}
