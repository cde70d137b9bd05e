import { useRead } from '../../api/use-call.ts'
import { useWork } from '../../session/session.tsx'

/** Whether decisions of the démarche may wait for a second officer: what waits so is no first decision to take. */
export function useTwoOfficers(): boolean {
  const { process } = useWork()
  const { data: settings } = useRead('team.settings', { processId: process.id })
  const { data: counts } = useRead('reviews.counts', { processId: process.id })
  return (
    (settings !== undefined && settings.secondOpinion !== 'none') ||
    (counts !== undefined && counts.waiting + counts.disagreements > 0)
  )
}
