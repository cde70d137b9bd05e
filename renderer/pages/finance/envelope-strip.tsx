import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Cents, cents } from '../../../shared/domain/money/cents.ts'
import type { FinanceSummary } from '../../../shared/read-models/finance.ts'
import { Amount } from '../../components/amount.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './finance.module.css'

/** Envelope against the sum of the projects and of the winners: figures first, then the same as a bar. */
export function EnvelopeStrip({ summary }: { summary: FinanceSummary }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const { envelope, total, remaining, winnersTotal, winnersRemaining, annualRunningCost } = summary
  const whole = Math.max(envelope ?? 0, total, winnersTotal, 1)
  const percent = (value: number): string => `${(value / whole) * 100}%`
  const won = winnersTotal > 0
  const words =
    envelope === null
      ? t('finance.gaugeWithoutEnvelope', { total: amount(total) })
      : t('finance.gaugeWords', {
          total: amount(total),
          winners: amount(winnersTotal),
          envelope: amount(envelope),
        })
  return (
    <section className={classes.strip} aria-label={t('finance.gauge')}>
      <dl className={classes.figures}>
        <div>
          <dt>{t('finance.envelope')}</dt>
          <dd>
            {envelope === null ? (
              <Link href="/processes/general">{t('finance.setEnvelope')}</Link>
            ) : (
              <Amount value={envelope} />
            )}
          </dd>
        </div>
        <Figure label={t('finance.total')} value={total} />
        {remaining !== null && (
          <Figure
            label={t(remaining < 0 ? 'finance.aboveEnvelope' : 'finance.remaining')}
            value={cents(Math.abs(remaining))}
          />
        )}
        {won && <Figure label={t('finance.winnersTotal')} value={winnersTotal} />}
        {won && winnersRemaining !== null && (
          <Figure
            label={t(winnersRemaining < 0 ? 'finance.winnersOverrun' : 'finance.winnersRemaining')}
            value={cents(Math.abs(winnersRemaining))}
            breach={winnersRemaining < 0}
          />
        )}
        <Figure label={t('finance.annualRunningCost')} value={annualRunningCost} />
      </dl>
      <div className={classes.gauge} role="img" aria-label={words}>
        <span className={classes.winners} style={{ width: percent(winnersTotal) }} />
        <span className={classes.others} style={{ width: percent(Math.max(0, total - winnersTotal)) }} />
        {envelope !== null && total > envelope && (
          <span className={classes.limit} style={{ insetInlineStart: percent(envelope) }} />
        )}
      </div>
    </section>
  )
}

function Figure({ label, value, breach = false }: { label: string; value: Cents; breach?: boolean }) {
  return (
    <div className={breach ? classes.breach : undefined}>
      <dt>{label}</dt>
      <dd>
        <Amount value={value} />
      </dd>
    </div>
  )
}
