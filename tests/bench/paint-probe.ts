import type { Page } from 'playwright-core'

/** Milliseconds from the keys to the paint of what they changed, by the page's own clock. */
export interface PaintTimes {
  readonly firstKey: number
  readonly lastKey: number
}

interface Probe {
  waiting: ((times: PaintTimes) => void) | undefined
  firstKeyAt: number | undefined
  lastKeyAt: number
  shown: string | null
}

/**
 * Watches the attribute of an element: after each change the next frame is awaited, and what runs after it, so that the
 * time is that of the paint.
 */
export function startPaintProbe(page: Page, selector: string, attribute: string): Promise<void> {
  return page.evaluate(
    ([watched, name]) => {
      const read = (): string | null => document.querySelector(watched)?.getAttribute(name) ?? null
      const probe: Probe = { waiting: undefined, firstKeyAt: undefined, lastKeyAt: 0, shown: read() }
      Object.assign(globalThis, { paintProbe: probe })
      addEventListener(
        'keydown',
        () => {
          probe.lastKeyAt = performance.now()
          probe.firstKeyAt ??= probe.lastKeyAt
        },
        { capture: true },
      )
      const painted = (): void => {
        const times = {
          firstKey: performance.now() - (probe.firstKeyAt ?? probe.lastKeyAt),
          lastKey: performance.now() - probe.lastKeyAt,
        }
        probe.firstKeyAt = undefined
        probe.waiting?.(times)
        probe.waiting = undefined
      }
      new MutationObserver(() => {
        const now = read()
        if (now === probe.shown || now === null) return
        probe.shown = now
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = painted
          port2.postMessage(null)
        })
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: [name] })
    },
    [selector, attribute] as const,
  )
}

/** The times of the next change; to be asked before the keys are pressed. */
export function waitForPaint(page: Page): Promise<PaintTimes> {
  return page.evaluate(
    () =>
      new Promise<PaintTimes>((resolve) => {
        const { paintProbe } = globalThis as unknown as { readonly paintProbe: Probe }
        paintProbe.waiting = resolve
      }),
  )
}
