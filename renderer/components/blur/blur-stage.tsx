import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rectangle } from '../../../shared/domain/pictures/blur.ts'
import classes from './blur.module.css'
import { afterArrow, betweenCorners, fitRectangle, middleRectangle } from './rectangle-moves.ts'

interface BlurStageProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly size: { readonly width: number; readonly height: number }
  readonly rectangles: readonly Rectangle[]
  onChange(rectangles: readonly Rectangle[]): void
}

interface Drag {
  readonly index: number
  readonly from: { readonly x: number; readonly y: number }
  readonly kind: 'draw' | 'move' | 'size'
  readonly before: Rectangle
}

/** The picture, and the rectangles over it: drawn, moved and sized with the mouse or with the keyboard alone. */
export function BlurStage({ canvas, size, rectangles, onChange }: BlurStageProps) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(undefined)
  const [current, setCurrent] = useState<number>()
  /** The zone that gets the focus once it is drawn; -1: the picture. */
  const wanted = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change, when one is wanted
  useEffect(() => {
    if (wanted.current === undefined) return
    const zone = stage.current?.querySelectorAll<HTMLElement>('[data-zone]')[wanted.current]
    ;(zone ?? stage.current)?.focus()
    wanted.current = undefined
  }, [rectangles])

  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.current?.getBoundingClientRect()
    if (box === undefined) return { x: 0, y: 0 }
    return {
      x: ((event.clientX - box.left) * size.width) / box.width,
      y: ((event.clientY - box.top) * size.height) / box.height,
    }
  }
  const replace = (index: number, rectangle: Rectangle): void =>
    onChange(rectangles.map((each, at) => (at === index ? rectangle : each)))
  const add = (): void => {
    wanted.current = rectangles.length
    onChange([...rectangles, middleRectangle(size)])
  }
  const remove = (index: number): void => {
    wanted.current = rectangles.length > 1 ? Math.max(0, index - 1) : -1
    setCurrent(undefined)
    onChange(rectangles.filter((_each, at) => at !== index))
  }
  const startDrag = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    const target = event.target as HTMLElement
    const index = Number(target.closest<HTMLElement>('[data-zone]')?.dataset.zone ?? -1)
    const from = placeOf(event)
    stage.current?.setPointerCapture(event.pointerId)
    const zone = rectangles[index]
    const kind = zone === undefined ? 'draw' : target.dataset.handle === undefined ? 'move' : 'size'
    drag.current = {
      index: zone === undefined ? rectangles.length : index,
      from,
      kind,
      before: zone ?? { ...from, width: 0, height: 0 },
    }
  }
  const dragOn = (event: PointerEvent<HTMLElement>): void => {
    const held = drag.current
    if (held === undefined) return
    const { index, from, kind, before } = held
    const to = placeOf(event)
    if (kind === 'move')
      replace(
        index,
        fitRectangle({ ...before, x: before.x + to.x - from.x, y: before.y + to.y - from.y }, size),
      )
    else {
      const corner = kind === 'size' ? before : from
      const drawn = betweenCorners(corner, to, size)
      if (index < rectangles.length) replace(index, drawn)
      // A click is not a zone yet.
      else if (Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > size.width / 100)
        onChange([...rectangles, drawn])
    }
  }
  const onKey = (event: KeyboardEvent, index?: number): void => {
    const zone = index === undefined ? undefined : rectangles[index]
    if (event.key === 'Enter') add()
    else if (index !== undefined && (event.key === 'Delete' || event.key === 'Backspace')) remove(index)
    else {
      const moved = zone === undefined ? undefined : afterArrow(zone, event, size)
      if (moved === undefined || index === undefined) return
      replace(index, moved)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const told = current === undefined ? undefined : rectangles[current]
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of zones, not of fields */}
      <div
        ref={stage}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: zones are added to the picture from the keyboard
        tabIndex={0}
        data-autofocus
        className={classes.stage}
        aria-label={t('blur.picture', { width: size.width, height: size.height })}
        aria-describedby="blur-keys"
        onKeyDown={(event) => {
          if (event.target === stage.current) onKey(event)
        }}
        onPointerDown={startDrag}
        onPointerMove={dragOn}
        onPointerUp={() => {
          const held = drag.current
          drag.current = undefined
          if (held === undefined || held.index >= rectangles.length) return
          setCurrent(held.index)
          stage.current?.querySelectorAll<HTMLElement>('[data-zone]')[held.index]?.focus()
        }}
      >
        <canvas ref={canvas} className={classes.canvas} width={size.width} height={size.height} />
        {rectangles.map((rectangle, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: zones have a place and no name
            key={index}
            type="button"
            data-zone={index}
            className={classes.zone}
            aria-label={t('blur.zone', { number: index + 1, ...rectangle })}
            aria-describedby="blur-keys"
            style={{
              left: `${(rectangle.x / size.width) * 100}%`,
              top: `${(rectangle.y / size.height) * 100}%`,
              width: `${(rectangle.width / size.width) * 100}%`,
              height: `${(rectangle.height / size.height) * 100}%`,
            }}
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => onKey(event, index)}
          >
            <span className={classes.number}>{index + 1}</span>
            <span className={classes.handle} data-handle="" />
          </button>
        ))}
      </div>
      <p className={classes.told} role="status">
        {told === undefined || current === undefined
          ? t('blur.zones', { count: rectangles.length })
          : t('blur.zone', { number: current + 1, ...told })}
      </p>
      <p id="blur-keys" className={classes.keys}>
        {t('blur.keys')}
      </p>
    </>
  )
}
