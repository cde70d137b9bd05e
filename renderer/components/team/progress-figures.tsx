import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { agreementPercent } from '../../../shared/domain/moderation/second-opinion.ts'
import type { CampaignProgress } from '../../../shared/read-models/team.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import classes from './team.module.css'

interface ProgressFiguresProps {
  readonly progress: CampaignProgress
  /** A figure opens its list: whoever shows the figures makes room for it. */
  onLeave(): void
}

/** What is left and what is done, each figure opening its list. */
export function ProgressFigures({ progress, onLeave }: ProgressFiguresProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { reviews } = progress
  const percent = agreementPercent(reviews.agreement)
  const figures = [
    { key: 'remaining', value: progress.remaining, href: queueLink({ stages: ['submitted'] }) },
    { key: 'incomplete', value: progress.incomplete, href: queueLink({ stages: ['incomplete'] }) },
    { key: 'late', value: progress.late, href: queueLink({ late: true }), alarming: true },
    { key: 'decided', value: progress.decisions, href: queueLink({ decided: {} }) },
    ...(reviews.waiting > 0
      ? [{ key: 'waiting', value: reviews.waiting, href: queueLink({ review: 'waiting' }) }]
      : []),
    ...(reviews.disagreements > 0
      ? [{ key: 'disagreements', value: reviews.disagreements, href: queueLink({ review: 'disagreed' }) }]
      : []),
  ] as const
  return (
    <ul className={classes.figures}>
      {figures.map((figure) => (
        <li key={figure.key}>
          <Link href={figure.href} className={classes.figure} onClick={onLeave}>
            <strong>
              {'alarming' in figure && figure.value > 0 && (
                <IconAlertTriangle size={18} color="var(--parvis-danger)" aria-hidden />
              )}
              {number(figure.value)}
            </strong>
            <span>{t(`team.progress.${figure.key}`, { count: figure.value })}</span>
          </Link>
        </li>
      ))}
      {percent !== null && (
        <li className={classes.figure}>
          <strong>{`${number(percent)}\u00a0%`}</strong>
          <span>
            {t('team.progress.agreement')}{' '}
            {t('team.progress.agreementBase', { given: number(reviews.agreement.given) })}
          </span>
        </li>
      )}
    </ul>
  )
}
