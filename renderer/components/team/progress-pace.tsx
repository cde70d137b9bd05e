import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CampaignProgress } from '../../../shared/read-models/team.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './team.module.css'

/** The pace, the day on which the queue is empty at this pace, and how that stands to the end of the phase, in words. */
export function ProgressPace({ progress }: { progress: CampaignProgress }) {
  const { t } = useTranslation()
  const { day, number, language } = useFormats()
  const { pace, forecast, phaseEndsOn, remaining, neededPerDay } = progress
  const perDay =
    pace === null
      ? ''
      : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
          pace.decisions / pace.workingDays,
        )
  const forecastLine = (): string | undefined => {
    if (remaining === 0) return t('team.progress.nothingLeft')
    if (pace === null) return undefined
    if (forecast === null) return t('team.progress.tooFar')
    const end = day(forecast.endsOn)
    if (forecast.marginDays === null) return t('team.progress.forecast', { day: end })
    const count = Math.abs(forecast.marginDays)
    if (count === 0) return t('team.progress.forecastSame', { day: end })
    return t(forecast.marginDays > 0 ? 'team.progress.forecastEarly' : 'team.progress.forecastLate', {
      day: end,
      count,
    })
  }
  const line = forecastLine()
  const late = remaining > 0 && forecast !== null && forecast.marginDays !== null && forecast.marginDays < 0
  return (
    <>
      {line !== undefined && (
        <p className={classes.forecast} data-late={late || undefined}>
          {late ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
          {line}
        </p>
      )}
      <Text>
        {pace === null
          ? t('team.progress.noPace')
          : t('team.progress.paceLine', { pace: perDay, since: day(pace.since) })}
        {remaining > 0 && neededPerDay !== null && (
          <> {t('team.progress.needed', { count: neededPerDay, formatted: number(neededPerDay) })}</>
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {phaseEndsOn !== null && t('team.progress.closes', { day: day(phaseEndsOn) })}{' '}
        {progress.depositsOpen && t('team.progress.depositsOpen')}
      </Text>
    </>
  )
}
