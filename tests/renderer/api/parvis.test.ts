import { QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { createQueries, invalidateTopics } from '../../../renderer/api/parvis.tsx'

describe('invalidateTopics', () => {
  it('does not keep a first answer that was asked before the change', async () => {
    const queries = createQueries()
    const answers: ((value: string) => void)[] = []
    const observer = new QueryObserver<string>(queries, {
      queryKey: ['reports', 'previewCatalogue', {}],
      queryFn: () => new Promise((resolve) => answers.push(resolve)),
    })
    const seen: (string | undefined)[] = []
    const stop = observer.subscribe(({ data }) => seen.push(data))
    invalidateTopics(queries, { kind: 'changed', topics: ['projects'] })
    answers[0]?.('before')
    answers[1]?.('after')
    await expect.poll(() => observer.getCurrentResult().data).toBe('after')
    expect(seen).not.toContain('before')
    stop()
  })
})
