import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type DeadlineRule,
  type DueSubmission,
  daysLeft,
  dueAt,
  dueOn,
} from '../../../shared/domain/team/due-date.ts'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './team.module.css'

/** What decides when a decision of the démarche is late; null until the settings have come. */
export function useDeadlineRule(): DeadlineRule | null {
  const { process } = useWork()
  const { data } = useRead('team.settings', { processId: process.id })
  if (data === undefined) return null
  return {
    decisionDays: data.decisionDays,
    admissibilityClosesAt: process.phases.find(({ kind }) => kind === 'admissibility')?.closesAt ?? null,
    timeZone: process.timeZone,
  }
}

/** By when a proposal is to be decided: an icon and words, and red only once it is late. */
export function DueMark({ submission, rule }: { submission: DueSubmission; rule: DeadlineRule | null }) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const due = rule === null ? null : dueAt(submission, rule)
  if (due === null || rule === null) return null
  const now = new Date().toISOString()
  const left = daysLeft(due, now, rule.timeZone)
  const late = due <= now
  const words = late
    ? left < 0
      ? t('team.due.lateBy', { count: -left })
      : t('team.due.late')
    : left === 0
      ? t('team.due.today')
      : t('team.due.left', { count: left })
  return (
    <span className={classes.due} data-late={late || undefined} title={day(dueOn(due, rule.timeZone))}>
      {late ? <IconAlertTriangle size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
      {words}
    </span>
  )
}
