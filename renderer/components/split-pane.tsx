import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../preferences/preferences.tsx'
import classes from './split-pane.module.css'

interface SplitPaneProps {
  /** Where the width is remembered; one per page. */
  readonly memoryKey: string
  /** Width of the first pane at first, in per cent of the whole. */
  readonly initialPercent?: number
  /** One above the other, on a narrow window: a `list` has a height of its own, `content` takes what it needs. */
  readonly stacked?: 'list' | 'content'
  readonly first: ReactNode
  readonly second: ReactNode
}

const least = 20
const most = 80

/** Two panes side by side; the separator moves by pointer, arrows, Home and End, and is remembered. */
export function SplitPane({
  memoryKey,
  initialPercent = 45,
  stacked = 'list',
  first,
  second,
}: SplitPaneProps) {
  const { t } = useTranslation()
  const [remembered, remember] = useRemembered(`pane:${memoryKey}`, String(initialPercent))
  const percent = clamp(Number(remembered) || initialPercent)
  const box = useRef<HTMLDivElement>(null)

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || box.current === null) return
    const { left, width } = box.current.getBoundingClientRect()
    remember(String(clamp(((event.clientX - left) / width) * 100)))
  }
  const press = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: percent - 2, ArrowRight: percent + 2, Home: least, End: most }[event.key]
    if (next === undefined) return
    event.preventDefault()
    remember(String(clamp(next)))
  }
  const style = { '--split': `${percent}%` } as CSSProperties
  return (
    <div className={classes.split} style={style} ref={box} data-stacked={stacked}>
      <div className={classes.pane}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved, a separator can */}
      <div
        className={classes.separator}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('common.resizePane')}
        aria-valuenow={Math.round(percent)}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <div className={classes.pane}>{second}</div>
    </div>
  )
}

function clamp(percent: number): number {
  return Math.min(most, Math.max(least, Math.round(percent * 10) / 10))
}
