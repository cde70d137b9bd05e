import { addDays } from '../../../shared/domain/dates/days.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { useRead } from '../../api/use-call.ts'

/** Until the setting has come. */
const usualDays = 15

/** The day by which a completion that is asked for today is usually wanted, and today; both local. */
export function useReplyDay(processId: string): { readonly usual: string; readonly today: string } {
  const { data: settings } = useRead('desk.settings', { processId })
  const today = localDayOf(new Date().toISOString(), 'Europe/Paris')
  return { today, usual: addDays(today, settings?.completionDays ?? usualDays) }
}
