import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueries } from '../../../renderer/api/parvis.tsx'
import { createRefresher } from '../../../renderer/api/refresher.ts'

/** A read that is shown, with how often it was asked. */
function shownRead(queries: ReturnType<typeof createQueries>, queryKey: readonly unknown[]) {
  let asked = 0
  const observer = new QueryObserver<number>(queries, {
    queryKey,
    queryFn: () => {
      asked += 1
      return asked
    },
  })
  const stop = observer.subscribe(() => {})
  return { asked: () => asked, stop }
}

const change = { kind: 'changed', topics: ['submissions'] } as const

describe('what is read again after a change', () => {
  it('does not keep a first answer that was asked before the change', async () => {
    const queries = createQueries()
    const answers: ((value: string) => void)[] = []
    const observer = new QueryObserver<string>(queries, {
      queryKey: ['reports', 'previewCatalogue', {}],
      queryFn: () => new Promise((resolve) => answers.push(resolve)),
    })
    const seen: (string | undefined)[] = []
    const stop = observer.subscribe(({ data }) => seen.push(data))
    createRefresher(queries).hear({ kind: 'changed', topics: ['projects'] })
    answers[0]?.('before')
    answers[1]?.('after')
    await expect.poll(() => observer.getCurrentResult().data).toBe('after')
    expect(seen).not.toContain('before')
    stop()
  })

  describe('in time', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it('asks once for what changed while somebody decided, when they pause', async () => {
      const queries = createQueries()
      const refresher = createRefresher(queries)
      const list = shownRead(queries, ['submissions', 'list', {}])
      await vi.advanceTimersByTimeAsync(1)
      expect(list.asked()).toBe(1)
      for (let decision = 0; decision < 5; decision += 1) {
        refresher.hold(250)
        refresher.hear(change)
        await vi.advanceTimersByTimeAsync(200)
      }
      expect(list.asked()).toBe(1)
      await vi.advanceTimersByTimeAsync(100)
      expect(list.asked()).toBe(2)
      list.stop()
    })

    it('asks now and then even if nobody ever pauses', async () => {
      const queries = createQueries()
      const refresher = createRefresher(queries)
      const list = shownRead(queries, ['submissions', 'list', {}])
      await vi.advanceTimersByTimeAsync(1)
      for (let decision = 0; decision < 120; decision += 1) {
        refresher.hold(250)
        refresher.hear(change)
        await vi.advanceTimersByTimeAsync(100)
      }
      expect(list.asked()).toBe(3)
      list.stop()
    })

    it('asks for the figures of the whole dossier once per quiet moment, not once per change', async () => {
      const queries = createQueries()
      const refresher = createRefresher(queries)
      const figures = shownRead(queries, ['reports', 'keyFigures', {}])
      const journal = shownRead(queries, ['journal', 'list', {}])
      await vi.advanceTimersByTimeAsync(1)
      for (let acts = 0; acts < 4; acts += 1) {
        refresher.hear(change)
        await vi.advanceTimersByTimeAsync(300)
      }
      expect([figures.asked(), journal.asked()]).toEqual([1, 5])
      await vi.advanceTimersByTimeAsync(1_000)
      expect(figures.asked()).toBe(2)
      figures.stop()
      journal.stop()
    })
  })
})
