import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './split-pane.module.css'

interface PaneSeparatorProps {
  /** Where it stands, in per cent of the whole width. */
  readonly percent: number
  readonly least: number
  readonly most: number
  /** What it parts, to screen readers; by default two panes. */
  readonly label?: string
  onMove(percent: number): void
}

/** The rule between two panes; it moves by pointer, arrows, Home and End. Its parent is the whole that is parted. */
export function PaneSeparator({ percent, least, most, label, onMove }: PaneSeparatorProps) {
  const { t } = useTranslation()
  const move = (wanted: number): void => onMove(clampPercent(wanted, least, most))
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const whole = event.currentTarget.parentElement
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || whole === null) return
    const { left, width } = whole.getBoundingClientRect()
    move(((event.clientX - left) / width) * 100)
  }
  const press = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: percent - 2, ArrowRight: percent + 2, Home: least, End: most }[event.key]
    if (next === undefined) return
    event.preventDefault()
    move(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved, a separator can
    <div
      className={classes.separator}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label ?? t('common.resizePane')}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  )
}

/** A share of the width between two bounds, to a tenth of a per cent. */
export function clampPercent(percent: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(percent * 10) / 10))
}
