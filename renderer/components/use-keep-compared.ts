import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { callMethod } from '../api/client.ts'
import { useParvis } from '../api/parvis.tsx'
import { startTask } from '../api/start-task.ts'
import { useRead } from '../api/use-call.ts'
import { usePermission } from '../session/use-permission.ts'

/** More texts than this are compared when somebody asks: it keeps a core busy for a while. */
const mostUnasked = 5_000
/** From so many on, the status line shows that texts are being compared. */
const shownFrom = 500
/** What comes in one go, an import or a batch of paper, is compared in one go. In milliseconds. */
const restFirst = 1_500

let underWay = false
/** The state at which a search was refused or stopped: it is not tried again until something changes. */
let refusedAt: string | undefined

/** Compares texts that came or changed, beside whatever else is done. Nothing waits for it, nothing says so. */
export function useKeepCompared(): void {
  const { t } = useTranslation()
  const { bridge, tasks } = useParvis()
  const { allowed } = usePermission('moderate')
  const { data } = useRead('families.progress', allowed ? {} : null)
  const pending = data?.pending ?? 0
  const state = `${data?.comparedAt} ${pending}`
  const label = t('families.searching')
  useEffect(() => {
    if (pending === 0 || pending > mostUnasked || state === refusedAt) return
    const timer = setTimeout(() => {
      if (underWay) return
      underWay = true
      const input = { anew: false }
      const search =
        pending < shownFrom
          ? callMethod(bridge, 'families.search', input)
          : startTask({ bridge, tasks }, 'families.search', input, label).done
      search
        .catch(() => {
          refusedAt = state
        })
        .finally(() => {
          underWay = false
        })
    }, restFirst)
    return () => clearTimeout(timer)
  }, [bridge, tasks, pending, state, label])
}
