import { type PointerEvent, useRef, useState } from 'react'
import { type PlanePoint, simplifyLine } from '../../../shared/domain/geo/lasso.ts'
import classes from './map.module.css'

/** A stroke is thinned to what passes within so many px of it. */
const tolerance = 1.5

interface LassoOverlayProps {
  /** The loop in px from the corner of the map; `adds`: to what is selected already. */
  onLasso(loop: readonly PlanePoint[], adds: boolean): void
}

/** Takes the pointer over the map and draws the loop as it goes. The menu beside it selects by keyboard. */
export function LassoOverlay({ onLasso }: LassoOverlayProps) {
  const stroke = useRef<PlanePoint[]>([])
  const [drawn, setDrawn] = useState('')
  const add = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    stroke.current.push([event.clientX - left, event.clientY - top])
    setDrawn(stroke.current.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '))
  }
  return (
    <div
      className={classes.overlay}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        stroke.current = []
        add(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) add(event)
      }}
      onPointerUp={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        onLasso(simplifyLine(stroke.current, tolerance), event.shiftKey)
        stroke.current = []
        setDrawn('')
      }}
    >
      <svg aria-hidden>
        <title>.</title>
        <polyline points={drawn} />
      </svg>
    </div>
  )
}
