import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useParvis } from '../api/parvis.tsx'
import { startTask } from '../api/start-task.ts'
import { useRead } from '../api/use-call.ts'
import { useWork } from '../session/session.tsx'

/**
 * Has the deposits read that wait for it (an import, another tuning, an update of Parvis), in the background, with its
 * progress in the status line. Cancelled or failed, it begins again with the next change.
 */
export function useSignalCatchUp(): void {
  const { t } = useTranslation()
  const parvis = useParvis()
  const queries = useQueryClient()
  const { dossier, process } = useWork()
  const { data: pending = 0, dataUpdatedAt } = useRead(
    'signals.pending',
    dossier.readOnly ? null : { processId: process.id },
    { keep: false },
  )
  const running = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is a reason to look again
  useEffect(() => {
    if (pending === 0 || running.current) return
    running.current = true
    startTask(parvis, 'signals.catchUp', { processId: process.id }, t('signals.catchUp'))
      .done.then(
        () => queries.invalidateQueries({ queryKey: ['signals', 'pending'] }),
        // Cancelled by the person, or the dossier was closed: nothing is lost, what was read stays read.
        () => undefined,
      )
      .finally(() => {
        running.current = false
      })
  }, [pending, dataUpdatedAt, parvis, queries, process.id, t])
}
