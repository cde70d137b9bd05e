import type { CSSProperties, ReactNode } from 'react'
import { useRemembered } from '../preferences/preferences.tsx'
import { clampPercent, PaneSeparator } from './pane-separator.tsx'
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
  const [remembered, remember] = useRemembered(`pane:${memoryKey}`, String(initialPercent))
  const percent = clampPercent(Number(remembered) || initialPercent, least, most)
  const style = { '--split': `${percent}%` } as CSSProperties
  return (
    <div className={classes.split} style={style} data-stacked={stacked}>
      <div className={classes.pane}>{first}</div>
      <PaneSeparator percent={percent} least={least} most={most} onMove={(next) => remember(String(next))} />
      <div className={classes.pane}>{second}</div>
    </div>
  )
}
