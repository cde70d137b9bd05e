import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconMinus,
} from '@tabler/icons-react'
import type { OpinionValue } from '../../../shared/domain/feasibility/study-axes.ts'

const looks: Readonly<Record<OpinionValue | 'awaited', { readonly icon: Icon; readonly color: string }>> = {
  favourable: { icon: IconCircleCheck, color: 'var(--parvis-success)' },
  reserved: { icon: IconAlertTriangle, color: 'var(--parvis-warning)' },
  unfavourable: { icon: IconCircleX, color: 'var(--parvis-danger)' },
  'not-applicable': { icon: IconMinus, color: 'var(--parvis-muted)' },
  awaited: { icon: IconClock, color: 'var(--parvis-muted)' },
}

/** The sign of an opinion; the word stands beside it. */
export function OpinionIcon({ opinion }: { readonly opinion: OpinionValue | null }) {
  const look = looks[opinion ?? 'awaited']
  return <look.icon size={16} color={look.color} aria-hidden />
}
