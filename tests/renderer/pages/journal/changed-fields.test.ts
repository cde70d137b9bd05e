import { describe, expect, it } from 'vitest'
import { changedFields } from '../../../../renderer/pages/journal/changed-fields.ts'

describe('what an entry changed', () => {
  it('lists changed fields only, absent values as nothing', () => {
    expect(
      changedFields(
        '{"stage":"submitted","title":"A","old":1}',
        '{"stage":"admissible","title":"A","amount":1200}',
      ),
    ).toEqual([
      { field: 'stage', before: 'submitted', after: 'admissible' },
      { field: 'old', before: '1', after: '' },
      { field: 'amount', before: '', after: '1200' },
    ])
  })

  it('leaves out the keys that only the program reads', () => {
    const after = '{"stage":"admissible","decisionId":"01a21318-9277-7000-83af-a9020f44e4bb"}'
    expect(changedFields('{"stage":"submitted"}', after).map(({ field }) => field)).toEqual(['stage'])
  })

  it('bears texts that are no objects', () => {
    expect(changedFields(null, '[1,2]')).toEqual([{ field: '', before: '', after: '1, 2' }])
    expect(changedFields('broken', null)).toEqual([{ field: '', before: 'broken', after: '' }])
    expect(changedFields(null, null)).toEqual([])
  })
})
