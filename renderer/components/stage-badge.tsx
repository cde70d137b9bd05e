import { useComputedColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../shared/domain/lifecycle/stage.ts'
import { stageLook } from '../theme/stage-look.ts'
import classes from './stage-badge.module.css'

/** A stage as everywhere: its colour, its icon and its word. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const scheme = useComputedColorScheme('light')
  const look = stageLook[stage]
  return (
    <span className={classes.badge}>
      <look.icon size={16} stroke={2} color={look.color[scheme]} aria-hidden />
      <span className={classes.word}>{t(look.labelKey)}</span>
    </span>
  )
}
