import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { type LineColumn, lineColumns } from './cost-draft.ts'

interface Place {
  readonly index: number
  readonly column: LineColumn
}

/** Where a field of the grid stands. */
export function placeOf(target: EventTarget): Place | undefined {
  if (!(target instanceof HTMLInputElement)) return undefined
  const column = lineColumns.find((name) => name === target.dataset.column)
  return column === undefined ? undefined : { index: Number(target.dataset.row), column }
}

interface GridActs {
  type(place: Place, text: string): void
  insertBelow(index: number): void
  remove(index: number): void
  move(index: number, by: -1 | 1): void
}

/** Moving and editing by keyboard as in a spreadsheet, over fields that stay plain fields. */
export function useGridKeys(table: RefObject<HTMLElement | null>, acts: GridActs) {
  const entered = useRef<{ readonly place: string; readonly text: string }>(undefined)
  const wanted = useRef<Place>(undefined)
  const fieldAt = ({ index, column }: Place): HTMLInputElement | null =>
    table.current?.querySelector<HTMLInputElement>(`[data-row="${index}"][data-column="${column}"]`) ?? null

  // A line that was just made or moved is on screen only after the render.
  useEffect(() => {
    if (wanted.current === undefined) return
    fieldAt(wanted.current)?.focus()
    wanted.current = undefined
  })

  const goTo = (place: Place): boolean => {
    const field = fieldAt(place)
    field?.focus()
    return field !== null
  }
  const beside = ({ index, column }: Place, by: -1 | 1): boolean => {
    const next = lineColumns[lineColumns.indexOf(column) + by]
    return next !== undefined && goTo({ index, column: next })
  }
  /** Back to what the field held when it was entered. */
  const restore = (place: Place, text: string): boolean => {
    const before = entered.current
    if (before?.place !== `${place.index} ${place.column}` || before.text === text) return false
    acts.type(place, before.text)
    return true
  }
  const lineKeys = (name: string, place: Place): (() => void) | undefined =>
    ({
      enter: () => {
        acts.insertBelow(place.index)
        wanted.current = { index: place.index + 1, column: 'label' }
      },
      delete: () => {
        acts.remove(place.index)
        wanted.current = place
      },
      arrowup: () => {
        acts.move(place.index, -1)
        wanted.current = { ...place, index: Math.max(0, place.index - 1) }
      },
      arrowdown: () => {
        acts.move(place.index, 1)
        wanted.current = { ...place, index: place.index + 1 }
      },
    })[name]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const place = placeOf(event.target)
    const field = event.target
    if (place === undefined || !(field instanceof HTMLInputElement)) return
    // Alt with an arrow opens the proposals of the field, as in a spreadsheet.
    if (event.altKey || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      const act = field.readOnly ? undefined : lineKeys(event.key.toLowerCase(), place)
      if (act === undefined) return
      event.preventDefault()
      act()
      return
    }
    const [start, end, length] = [field.selectionStart ?? 0, field.selectionEnd ?? 0, field.value.length]
    const whole = start === 0 && end === length
    const caret = start === end
    const moved = {
      enter: () => goTo({ ...place, index: place.index + (event.shiftKey ? -1 : 1) }),
      arrowdown: () => goTo({ ...place, index: place.index + 1 }),
      arrowup: () => goTo({ ...place, index: place.index - 1 }),
      arrowright: () => !event.shiftKey && (whole || (caret && end === length)) && beside(place, 1),
      arrowleft: () => !event.shiftKey && (whole || (caret && start === 0)) && beside(place, -1),
      escape: () => restore(place, field.value),
    }[event.key.toLowerCase()]
    if (moved === undefined) return
    if (moved() || event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const place = placeOf(event.target)
    if (place === undefined || !(event.target instanceof HTMLInputElement)) return
    entered.current = { place: `${place.index} ${place.column}`, text: event.target.value }
    event.target.select()
  }
  return {
    onKeyDown,
    onFocus,
    /** Puts the focus on a field once it is on screen. */
    focusSoon: (place: Place) => {
      wanted.current = place
    },
  }
}
