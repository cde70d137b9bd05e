import { describe, expect, it } from 'vitest'
import { reasonChoices, standardAnswer } from '../../../../renderer/pages/submissions/standard-answer.ts'
import { refusalReasons } from '../../../../shared/domain/moderation/refusal-reason.ts'
import { createTranslator } from '../../../../shared/messages/translator.ts'

const t = createTranslator('fr')
const rulebook = {
  id: 'r',
  number: 1,
  text: '',
  adoptedAt: '2026-01-01T00:00:00.000Z',
  criteria: [
    { reason: 'no-land', article: 'Article 7' },
    { reason: 'over-cap', article: '' },
  ],
} as const
const choices = reasonChoices(rulebook)
const named = { title: 'Bancs', checklist: {} }

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

describe('the reasons of a refusal', () => {
  it('begin with those of the charter, in its order, each with a letter of its own', () => {
    expect(choices.slice(0, 2)).toEqual([
      { reason: 'no-land', article: 'Article 7', letter: 'a' },
      { reason: 'over-cap', article: '', letter: 'b' },
    ])
    expect(new Set(choices.map(({ letter }) => letter)).size).toBe(refusalReasons.length)
    expect(new Set(choices.map(({ reason }) => reason)).size).toBe(refusalReasons.length)
  })
})

describe('the standard answer', () => {
  it('names the proposal, says each reason and the article that founds it', () => {
    const text = plain(standardAnswer(t, 'inadmissible', named, choices.slice(0, 2), ''))
    expect(text).toContain('« Bancs »')
    expect(text).toContain('n’appartient pas à la commune ou n’est pas disponible. (Règlement : Article 7.)')
    expect(text).toContain('dépasse le plafond fixé pour un projet.')
    expect(text.match(/Règlement :/g)).toHaveLength(1)
  })

  it('names no proposal when it is for many, and says nothing before a reason is chosen', () => {
    const many = { title: undefined, checklist: {} }
    expect(standardAnswer(t, 'inadmissible', many, choices.slice(0, 1), '')).not.toContain('«')
    expect(standardAnswer(t, 'inadmissible', named, [], '')).toBe('')
  })

  it('lists the points of the checklist that are to be clarified, in the officer’s words', () => {
    const checklist = {
      R5: { answer: 'yes' },
      R14: { answer: 'to-clarify', comment: 'Quelle rue ?' },
      R6: { answer: 'to-clarify' },
    } as const
    const text = standardAnswer(t, 'incomplete', { title: 'Bancs', checklist }, [], '10 décembre 2026')
    expect(text).toContain('– Quelle rue ?')
    expect(text).toContain('– Compétence communale')
    expect(text).toContain('10 décembre 2026')
    expect(text).not.toContain('territoire')
  })
})
