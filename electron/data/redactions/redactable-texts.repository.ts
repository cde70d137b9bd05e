import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database.ts'
import { getSubmission } from '../submissions/submission.repository.ts'

/** Citizen's words of one object, by column. `extra` is JSON text; `body` and `description` are safe rich text. */
export interface RedactableObject {
  readonly kind: 'submission' | 'comment' | 'project'
  readonly id: string
  readonly fields: Readonly<Record<string, string | null>>
}

/** Everything in which a submission's words may stand: itself, its comments, the project made of it. */
export async function redactableObjects(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly RedactableObject[]> {
  const submission = await getSubmission(db, submissionId)
  const comments = await db
    .selectFrom('citizen_comment')
    .select(['id', 'body'])
    .where('submission_id', '=', submissionId)
    .execute()
  const projects =
    submission.project_id === null
      ? []
      : await db
          .selectFrom('project')
          .select(['id', 'title', 'summary', 'description', 'address'])
          .where('id', '=', submission.project_id)
          .execute()
  const { title, body, body_text, address, extra } = submission
  return [
    { kind: 'submission', id: submission.id, fields: { title, body, body_text, address, extra } },
    ...comments.map((comment) => ({
      kind: 'comment' as const,
      id: comment.id,
      fields: { body: comment.body },
    })),
    ...projects.map(({ id, ...fields }) => ({ kind: 'project' as const, id, fields })),
  ]
}

/** Writes fields of one of them, and moves its version on where it has one. */
export async function writeRedactable(
  trx: Transaction<Database>,
  object: Pick<RedactableObject, 'kind' | 'id'>,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  switch (object.kind) {
    case 'submission':
      await trx
        .updateTable('submission')
        .set((eb) => ({ ...fields, version: eb('version', '+', 1) }))
        .where('id', '=', object.id)
        .execute()
      return
    case 'project':
      await trx
        .updateTable('project')
        .set((eb) => ({ ...fields, version: eb('version', '+', 1) }))
        .where('id', '=', object.id)
        .execute()
      return
    case 'comment':
      await trx.updateTable('citizen_comment').set(fields).where('id', '=', object.id).execute()
  }
}
