import { describe, expect, it } from 'vitest'
import {
  answersById,
  answersByLabel,
  type FormQuestion,
  unanswered,
} from '../../../../shared/domain/paper/form-question.ts'

const question = (id: string, label: string, required = false): FormQuestion => ({
  id,
  label,
  help: '',
  kind: 'short',
  choices: [],
  required,
})
const questions = [question('a', 'Pour qui ?', true), question('b', 'Depuis quand ?')]

describe('the questions of a démarche', () => {
  it('keep answers by the words that were asked, without the empty ones, and find them again', () => {
    const kept = answersByLabel(questions, { a: ' Les enfants ', b: ' ', gone: 'x' })
    expect(kept).toEqual({ 'Pour qui ?': 'Les enfants' })
    expect(answersById(questions, kept)).toEqual({ a: 'Les enfants' })
  })

  it('miss only the required answers', () => {
    expect(unanswered(questions, { b: 'Toujours' }).map(({ id }) => id)).toEqual(['a'])
    expect(unanswered(questions, { a: 'x' })).toEqual([])
  })
})
