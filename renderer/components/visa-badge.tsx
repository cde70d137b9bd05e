import {
  type Icon,
  IconAlertTriangle,
  IconCircleDashed,
  IconCircleX,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { VisaState } from '../../shared/read-models/project.ts'
import classes from './stage-badge.module.css'

const looks: Readonly<Record<VisaState, { readonly icon: Icon; readonly color: string }>> = {
  none: { icon: IconCircleDashed, color: 'var(--parvis-muted)' },
  granted: { icon: IconRosetteDiscountCheck, color: 'var(--parvis-success)' },
  refused: { icon: IconCircleX, color: 'var(--parvis-danger)' },
  void: { icon: IconAlertTriangle, color: 'var(--parvis-warning)' },
}

/** The state of a visa as everywhere: its colour, its icon and its word. */
export function VisaBadge({ state }: { state: VisaState }) {
  const { t } = useTranslation()
  const look = looks[state]
  return (
    <span className={classes.badge}>
      <look.icon size={16} stroke={2} color={look.color} aria-hidden />
      <span className={classes.word}>{t(`labels.visa.${state}`)}</span>
    </span>
  )
}
