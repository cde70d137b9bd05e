import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useIsMutating } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useParvis } from '../api/parvis.tsx'
import { useRunningTasks } from '../api/use-task.ts'
import { useUnsavedDrafts } from '../components/drafts.ts'
import { useUndo } from '../notices/use-undo.tsx'
import { useWork } from '../session/session.tsx'
import { usePermission } from '../session/use-permission.ts'
import classes from './frame.module.css'
import { useSignalCatchUp } from './use-signal-catch-up.ts'

/** Saved, saving or not yet, what runs, the journal, undo. */
export function StatusLine() {
  const { t } = useTranslation()
  const { dossier } = useWork()
  const { bridge, tasks } = useParvis()
  const saving = useIsMutating() > 0
  const running = useRunningTasks()
  const undo = useUndo()
  const journal = usePermission('read-journal', false)
  const unsaved = useUnsavedDrafts()
  useSignalCatchUp()
  const refused = unsaved === 'refused' && !saving
  const state = dossier.readOnly
    ? 'common.readOnly'
    : saving
      ? 'common.saving'
      : { none: 'common.saved', waiting: 'common.unsaved', refused: 'common.unsavedRefused' }[unsaved]
  return (
    <footer className={classes.status}>
      <span role="status" className={refused ? classes.refused : undefined}>
        {refused && <IconAlertTriangle size={14} aria-hidden />}
        {t(state)}
      </span>
      {running.map((task) => {
        const percent = task.total > 0 ? Math.min(100, Math.round((task.done / task.total) * 100)) : undefined
        return (
          <div key={task.callId} className={classes.task}>
            <span>{task.label}</span>
            <Progress.Root w={120} size="sm">
              <Progress.Section
                value={percent ?? 100}
                animated={percent === undefined}
                striped={percent === undefined}
                aria-label={task.label}
                aria-valuetext={percent === undefined ? task.step : t('common.percent', { percent })}
              />
            </Progress.Root>
            <span>{percent === undefined ? '' : t('common.percent', { percent })}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              disabled={task.cancelling}
              onClick={() => {
                tasks.markCancelling(task.callId)
                bridge.cancel(task.callId)
              }}
            >
              {t(task.cancelling ? 'common.cancelling' : 'common.cancel')}
            </Button>
          </div>
        )
      })}
      <span className={classes.grow} />
      {!dossier.readOnly && (
        <Button variant="subtle" size="compact-xs" onClick={undo}>
          {t('common.undoLast')}
        </Button>
      )}
      {journal.allowed && (
        <Button component={Link} href="/journal" variant="subtle" size="compact-xs">
          {t('journal.title')}
        </Button>
      )}
    </footer>
  )
}
