import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import classes from './studies.module.css'

const looks = {
  feasible: { icon: IconCircleCheck, color: 'var(--parvis-success)' },
  'feasible-with-conditions': { icon: IconAlertTriangle, color: 'var(--parvis-warning)' },
  infeasible: { icon: IconCircleX, color: 'var(--parvis-danger)' },
} as const

/** A conclusion by its sign, its colour and its word. */
export function ConclusionBadge({ conclusion }: { readonly conclusion: Conclusion }) {
  const { t } = useTranslation()
  const look = looks[conclusion]
  return (
    <span className={classes.badge}>
      <look.icon size={18} color={look.color} aria-hidden />
      <strong>{t(`labels.conclusion.${conclusion}`)}</strong>
    </span>
  )
}
