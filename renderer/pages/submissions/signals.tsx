import { Text } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** What an officer should look at, each with the words that raised it; never a verdict. */
export function Signals({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  if (detail.signals.length === 0) return null
  return (
    <section className={classes.signals} aria-label={t('signals.title')}>
      {detail.signals.map(({ id, words }) => (
        <Text key={id} component="p" className={classes.signal}>
          <IconFlag size={16} aria-hidden />
          <span>
            <strong>{t(`signals.${id}.name`)}</strong>{' '}
            {words.length > 0 && <q className={classes.evidence}>{words.join(' · ')}</q>}{' '}
            <span className={classes.muted}>{t(`signals.${id}.explanation`)}</span>
          </span>
        </Text>
      ))}
    </section>
  )
}
