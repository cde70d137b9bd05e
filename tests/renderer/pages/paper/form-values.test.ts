import { describe, expect, it } from 'vitest'
import {
  emptyForm,
  isTyped,
  nextNumber,
  problemsOf,
  toDeposit,
} from '../../../../renderer/pages/paper/form-values.ts'

const rules = { formCount: 12, questions: [], today: '2026-03-01', language: 'fr' } as const
const filled = { ...emptyForm('3', 'paper', '2026-02-28'), title: 'Un banc', body: 'Devant l’école.' }
const fields = (part: object, more: object = {}) => [
  ...problemsOf({ ...filled, ...part }, { ...rules, ...more }).keys(),
]

describe('a form as it is typed', () => {
  it('counts as typed from the first word of the proposal, not for what proposes itself', () => {
    expect(isTyped(emptyForm('3', 'meeting', '2026-02-28'))).toBe(false)
    expect(isTyped({ ...emptyForm('3', 'paper', '2026-02-28'), authorPhone: '06' })).toBe(true)
  })

  it('proposes the next missing number after the one just typed, then the first', () => {
    expect([nextNumber([2, 5, 9], 5), nextNumber([2, 5, 9], 9), nextNumber([5], 5)]).toEqual(['9', '2', ''])
  })

  it('says which fields are missing or wrong, in the order of the form', () => {
    expect(fields({})).toEqual([])
    expect(
      fields({
        formNumber: '13',
        submittedOn: '2026-03-02',
        title: ' ',
        body: '',
        declaredCost: 'cher',
        authorEmail: 'durand@',
      }),
    ).toEqual(['formNumber', 'submittedOn', 'title', 'body', 'declaredCost', 'authorEmail'])
    expect(fields({ formNumber: '' }, { formCount: null })).toEqual([])
  })

  it('sends exact cents, and nothing for what was left empty', () => {
    expect(toDeposit({ ...filled, declaredCost: '1 450,50', address: ' ' }, 'fr')).toMatchObject({
      declaredCost: 145_050,
      address: null,
      authorName: null,
    })
  })
})
