import { describe, expect, it } from 'vitest'
import { readableChanges } from '../../../../electron/services/imports/readable-changes.ts'

describe('readableChanges', () => {
  it('tells names for ids, plain text for rich text, and each other column of the file', () => {
    const names = new Map([
      ['01-a', 'Nature'],
      ['01-b', 'Culture'],
    ])
    expect(
      readableChanges(
        {
          title: 'Un banc',
          body: '<p>Un banc</p>',
          body_text: 'Un banc',
          theme_id: '01-a',
          supports_count: 3,
          extra: '{"scope/id":"4","reference":"ROU-12"}',
        },
        {
          title: 'Un banc',
          body: '<p>Deux bancs</p>',
          body_text: 'Deux bancs',
          theme_id: '01-b',
          supports_count: 3,
          extra: '{"scope/id":"5","reference":"ROU-12"}',
        },
        names,
      ),
    ).toEqual([
      { field: 'body', before: 'Un banc', after: 'Deux bancs' },
      { field: 'theme_id', before: 'Nature', after: 'Culture' },
      { field: 'extra.scope/id', before: '4', after: '5' },
    ])
  })

  it('says nothing of markup that reads the same', () => {
    expect(readableChanges({ description: '<p>Un banc</p>' }, { description: 'Un banc' })).toEqual([])
  })

  it('shows a difference far down a long text, from a little before it', () => {
    const long = 'mot '.repeat(1_000)
    const [change] = readableChanges({ description: `${long}hier` }, { description: `${long}demain` })
    expect(change?.before).toMatch(/^… .*mot hier$/)
    expect(change?.after).toMatch(/mot demain$/)
    expect(change?.after.length).toBeLessThan(600)
  })
})
