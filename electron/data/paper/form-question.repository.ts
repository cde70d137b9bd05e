import type { Kysely, Transaction } from 'kysely'
import type { FormQuestion, QuestionKind } from '../../../shared/domain/paper/form-question.ts'
import type { Database } from '../database.ts'
import { readJson, stringList } from '../json-column.ts'

/** What a démarche asks on its form beside the usual questions, in order. */
export async function listQuestions(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly FormQuestion[]> {
  const rows = await db
    .selectFrom('form_question')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    help: row.help,
    kind: row.kind as QuestionKind,
    choices: readJson(stringList, row.choices),
    required: row.required === 1,
  }))
}

/** Replaces the questions of a démarche. Answers already given keep the words that were asked. */
export async function replaceQuestions(
  trx: Transaction<Database>,
  processId: string,
  questions: readonly FormQuestion[],
): Promise<void> {
  await trx.deleteFrom('form_question').where('process_id', '=', processId).execute()
  if (questions.length === 0) return
  await trx
    .insertInto('form_question')
    .values(
      questions.map((question, position) => ({
        id: question.id,
        process_id: processId,
        label: question.label,
        help: question.help,
        kind: question.kind,
        choices: JSON.stringify(question.choices),
        required: question.required ? 1 : 0,
        position,
      })),
    )
    .execute()
}
