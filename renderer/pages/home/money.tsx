import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type { KeyFigures } from '../../../shared/read-models/key-figures.ts'
import { Amount } from '../../components/amount.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './home.module.css'

/** Envelope against what the projects cost; once there are winners, against what they cost. */
export function Money({ figures }: { figures: KeyFigures }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const { envelope, ballotTotal, winnersTotal } = figures
  if (envelope === null) {
    return (
      <Text c="dimmed" mt="xs">
        {t('home.noEnvelope')}
      </Text>
    )
  }
  const decided = figures.winners > 0
  const spent: Cents = decided ? winnersTotal : ballotTotal
  const remaining = cents(envelope - spent)
  // Before the vote, projects may well cost more than the envelope: voters choose. Only winners can break it.
  const breach = decided && remaining < 0
  const percent = envelope === 0 ? 0 : Math.min(100, (spent / envelope) * 100)
  return (
    <dl className={classes.money}>
      <dt>{t('home.envelope')}</dt>
      <dd>
        <Amount value={envelope} />
      </dd>
      <dt>
        <Link href="/finance">{t(decided ? 'home.winnersTotal' : 'home.ballotTotal')}</Link>
      </dt>
      <dd>
        <Amount value={spent} />
      </dd>
      <dt className={breach ? classes.breach : undefined}>
        {t(remaining < 0 ? 'home.exceeded' : 'home.remaining')}
      </dt>
      <dd className={breach ? classes.breach : undefined}>
        <Amount value={cents(Math.abs(remaining))} />
      </dd>
      <dd className={classes.moneyBar}>
        <Progress
          value={percent}
          color={breach ? 'red' : 'civic'}
          aria-label={t('home.moneyBar', { spent: amount(spent), envelope: amount(envelope) })}
        />
      </dd>
    </dl>
  )
}
