import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyForm } from '../../../../renderer/pages/paper/form-values.ts'
import { type Entry, readDraft, writeDraft } from '../../../../renderer/pages/paper/kept-draft.ts'

const text = fc.string()
const values = fc
  .record({
    formNumber: text,
    title: text,
    body: text,
    address: text,
    declaredCost: text,
    answers: fc.dictionary(fc.uuid(), text, { noNullPrototype: true }),
    authorName: text,
    authorPhone: text,
    authorAddress: text,
    authorEmail: text,
  })
  .map((part) => ({ ...emptyForm('', 'meeting', '2026-02-28'), ...part }))

describe('the draft of a form', () => {
  it('comes back word for word, with what waits behind a correction', () => {
    fc.assert(
      fc.property(values, fc.option(values), fc.option(fc.uuid()), (typed, waiting, batchId) => {
        const entry: Entry = {
          values: typed,
          waiting,
          correction:
            waiting === null
              ? null
              : {
                  submissionId: 's1',
                  reference: 'BP26-0001',
                  version: 3,
                  submittedAt: '2026-02-28T09:00:00.000Z',
                  submittedOn: '2026-02-28',
                },
        }
        expect(readDraft(writeDraft(batchId, entry), '2026-03-01')).toEqual({ batchId, entry })
      }),
    )
  })

  it('tells whose words a correction holds, and is read from an older Parvis with what it knows', () => {
    expect(readDraft('{"values":{"title":"Un banc","unknown":1}}', '2026-03-01')?.entry.values).toEqual({
      ...emptyForm('', 'paper', '2026-03-01'),
      title: 'Un banc',
    })
    expect(['', 'null', '[]', '{"values":3}'].map((written) => readDraft(written, '2026-03-01'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
