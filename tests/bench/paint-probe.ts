import type { Page } from 'playwright-core'

/** Milliseconds from the keys to the paint of what they changed, by the page's own clock. */
export interface PaintTimes {
  readonly firstKey: number
  readonly lastKey: number
}

interface Probe {
  waiting: ((times: PaintTimes) => void) | undefined
  painted?: Promise<PaintTimes>
  firstKeyAt: number | undefined
  lastKeyAt: number
  shown: string | null
}

/**
 * Watches the attribute of an element: after each change the next frame is awaited, and the first task after it, so that
 * the time is that of the paint.
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
        // The first task after the frame: one of ordinary priority would wait behind work that follows the paint.
        requestAnimationFrame(() => void scheduler.postTask(painted, { priority: 'user-blocking' }))
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: [name] })
    },
    [selector, attribute] as const,
  )
}

/**
 * Begins to wait for the next change, and answers how to ask for its times. The page waits before this answers: a key
 * may overtake a question that is on its way.
 */
export async function armPaintProbe(page: Page): Promise<() => Promise<PaintTimes>> {
  await page.evaluate(() => {
    const { paintProbe } = globalThis as unknown as { readonly paintProbe: Probe }
    paintProbe.painted = new Promise<PaintTimes>((resolve) => {
      paintProbe.waiting = resolve
    })
  })
  return () =>
    page.evaluate(() => {
      const { paintProbe } = globalThis as unknown as { readonly paintProbe: Probe }
      if (paintProbe.painted === undefined) throw new Error('the probe was not armed')
      return paintProbe.painted
    })
}
