import { IconAlertTriangle, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OpenProposalState } from '../../../shared/domain/moderation/second-opinion.ts'
import classes from './team.module.css'

/** That a decision is proposed and waits for a second officer, or that the two disagree: an icon with its word. */
export function ReviewMark({ review }: { review: OpenProposalState | null }) {
  const { t } = useTranslation()
  if (review === null) return null
  const words = t(review === 'disagreed' ? 'team.review.disagreed' : 'team.review.waiting')
  const look = { size: 16, role: 'img', 'aria-label': words, className: classes.mark }
  return review === 'disagreed' ? (
    <IconAlertTriangle {...look} color="var(--parvis-danger)" />
  ) : (
    <IconUsers {...look} color="var(--parvis-muted)" />
  )
}
