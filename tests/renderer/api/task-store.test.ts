import { describe, expect, it } from 'vitest'
import { createTaskStore } from '../../../renderer/api/task-store.ts'

describe('the running tasks', () => {
  it('follow the progress of their own call only, and go when it ends', () => {
    const store = createTaskStore()
    store.begin('a', 'Import')
    store.hear({ kind: 'progress', callId: 'a', method: 'imports.commit', step: 'rows', done: 3, total: 9 })
    store.hear({ kind: 'progress', callId: 'other', method: 'x', step: '', done: 1, total: 1 })
    store.markCancelling('a')
    expect(store.tasks()).toEqual([
      { callId: 'a', label: 'Import', step: 'rows', done: 3, total: 9, cancelling: true },
    ])
    store.end('a')
    expect(store.tasks()).toEqual([])
  })
})
