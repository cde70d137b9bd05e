import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { FormQuestions } from '../../../shared/read-models/paper.ts'
import { listQuestions, replaceQuestions } from '../../data/paper/form-question.repository.ts'
import { getProcess, updateProcess } from '../../data/processes/process.repository.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'

async function questionsOf(call: DossierCall, processId: string): Promise<FormQuestions> {
  const { reader } = call.database
  const { version } = await getProcess(reader, processId)
  return { questions: await listQuestions(reader, processId), version }
}

/** What a démarche asks on its form beside the usual questions. */
export const paperQuestions: Pick<Service<typeof paperContract>, 'questions' | 'saveQuestions'> = {
  questions: (input, call) => questionsOf(call, input.processId),

  async saveQuestions(input, call) {
    await call.change(['paper', 'processes', 'journal', 'dossiers'], async (change) => {
      const process = await getProcess(change.trx, input.processId)
      const labels = new Set(input.questions.map(({ label }) => label.trim().toLocaleLowerCase('fr')))
      // Answers are kept by the words of their question: two of the same words could not be told apart.
      if (labels.size !== input.questions.length) throw new AppError('question-twice')
      const before = await listQuestions(change.trx, process.id)
      const questions = input.questions.map((question) => ({
        ...question,
        id: question.id ?? newId(),
        choices: question.kind === 'choice' ? question.choices : [],
      }))
      if (questions.some(({ kind, choices }) => kind === 'choice' && choices.length < 2))
        throw new AppError('question-without-choices')
      await updateProcess(change.trx, process.id, input.version, {})
      await replaceQuestions(change.trx, process.id, questions)
      change.record({
        action: 'process.save-questions',
        objectKind: 'process',
        objectId: process.id,
        objectLabel: process.title,
        processId: process.id,
        before: before.map(({ id: _id, ...question }) => question),
        after: questions.map(({ id: _id, ...question }) => question),
      })
    })
    return questionsOf(call, input.processId)
  },
}
