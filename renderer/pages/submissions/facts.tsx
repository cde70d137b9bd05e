import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/amount.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** What the form or the platform gave besides the text. */
export function Facts({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const extra = Object.entries(detail.extra).filter(([, value]) => value.trim() !== '')
  if (detail.declaredCost === null && extra.length === 0 && detail.url === null) return null
  return (
    <dl className={classes.facts}>
      {detail.declaredCost !== null && (
        <div>
          <dt>{t('submissions.declaredCost')}</dt>
          <dd>
            <Amount value={detail.declaredCost} round />
          </dd>
        </div>
      )}
      {extra.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      {detail.url !== null && (
        <div>
          <dt>{t('submissions.origin')}</dt>
          <dd>
            <a href={detail.url} target="_blank" rel="noreferrer noopener">
              {t('submissions.onPlatform')}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
