import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageKeys } from '../keys/keys.tsx'
import { useRemembered } from '../preferences/preferences.tsx'
import { clampPercent, PaneSeparator } from './pane-separator.tsx'
import classes from './three-panes.module.css'

export interface NamedPane {
  /** Names the pane to screen readers, and on its button when there is room for one pane only. */
  readonly name: string
  readonly content: ReactNode
}

interface ThreePanesProps {
  /** Where the widths are remembered; one per page. */
  readonly memoryKey: string
  /** Widths of the first and of the last pane at first, in per cent of the whole. */
  readonly initialPercents: readonly [first: number, last: number]
  readonly panes: readonly [NamedPane, NamedPane, NamedPane]
  /** Index of the pane that shows when there is room for one only. */
  readonly shown: number
  onShow(index: number): void
}

/** No pane becomes narrower, in per cent of the whole. */
const least = 16

/**
 * Three panes side by side, both separators remembered. On a narrower window the last stands under the middle one; at
 * 200 % one shows at a time, with a button for each. F6 goes from pane to pane, as between the parts of any window.
 */
export function ThreePanes({ memoryKey, initialPercents, panes, shown, onShow }: ThreePanesProps) {
  const { t } = useTranslation()
  const [initialFirst, initialLast] = initialPercents
  const [rememberedFirst, rememberFirst] = useRemembered(`pane:${memoryKey}:first`, String(initialFirst))
  const [rememberedLast, rememberLast] = useRemembered(`pane:${memoryKey}:last`, String(initialLast))
  const last = clampPercent(Number(rememberedLast) || initialLast, least, 100 - 2 * least)
  const first = clampPercent(Number(rememberedFirst) || initialFirst, least, 100 - least - last)
  const box = useRef<HTMLDivElement>(null)

  const go = (by: 1 | -1): void => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>(':scope > [data-pane]') ?? [])]
    const holding = all.findIndex((pane) => pane.contains(document.activeElement))
    const from = holding >= 0 ? holding : by === 1 ? -1 : 0
    const target = (from + by + all.length) % all.length
    onShow(target)
    const pane = all[target]
    // The list has a place of its own for the keyboard; a text takes it as a whole.
    const inside = pane?.querySelector<HTMLElement>('[role="grid"]') ?? pane
    // Drawn first: a pane that was hidden takes no focus.
    requestAnimationFrame(() => inside?.focus({ preventScroll: true }))
  }
  usePageKeys([
    { key: 'f6', label: t('common.nextPane'), run: () => go(1) },
    { key: 'shift+f6', label: t('common.previousPane'), run: () => go(-1) },
  ])
  const pane = (index: 0 | 1 | 2): ReactNode => (
    <section
      data-pane={index}
      data-shown={index === shown || undefined}
      className={classes.pane}
      aria-label={panes[index].name}
      tabIndex={-1}
    >
      {panes[index].content}
    </section>
  )
  const style = { '--first': `${first}%`, '--last': `${last}%` } as CSSProperties
  return (
    <div className={classes.whole}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a pane are no set of fields */}
      <div role="group" aria-label={t('common.panes')} className={classes.choice}>
        {panes.map(({ name }, index) => (
          <button
            type="button"
            key={name}
            className={classes.choose}
            aria-pressed={index === shown}
            onClick={() => onShow(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className={classes.panes} style={style} ref={box}>
        {pane(0)}
        <PaneSeparator
          percent={first}
          least={least}
          most={100 - least - last}
          label={t('common.resizeFirstPane')}
          onMove={(next) => rememberFirst(String(next))}
        />
        {pane(1)}
        <PaneSeparator
          percent={100 - last}
          least={first + least}
          most={100 - least}
          label={t('common.resizeLastPane')}
          onMove={(next) => rememberLast(String(clampPercent(100 - next, least, 100 - 2 * least)))}
        />
        {pane(2)}
      </div>
    </div>
  )
}
