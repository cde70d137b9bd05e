import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type {
  Channel,
  CommentRecord,
  DecisionRecord,
  LinkedSubmission,
  SubmissionDetail,
} from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import { readJson } from '../json-column.ts'
import { standingSignals } from '../signals/signal.repository.ts'
import { getSubmission, readChecklist } from '../submissions/submission.repository.ts'
import { reviewStates } from '../team/proposal.repository.ts'

/** Comments shown with a submission; the rest stays in the dossier and in the exports. */
const shownComments = 500

const reasonsSchema = z.array(z.enum(refusalReasons))
const extraSchema = z.record(z.string(), z.string())

async function linked(
  db: Kysely<Database>,
  condition: { readonly id?: string; readonly mergedInto?: string },
): Promise<readonly LinkedSubmission[]> {
  let query = db
    .selectFrom('submission')
    .select(['id', 'number', 'reference', 'title', 'author_name', 'stage'])
  if (condition.id !== undefined) query = query.where('id', '=', condition.id)
  if (condition.mergedInto !== undefined) query = query.where('merged_into_id', '=', condition.mergedInto)
  const rows = await query.orderBy('number').execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reference: row.reference,
    title: row.title,
    authorName: row.author_name,
    stage: row.stage as Stage,
  }))
}

async function decisionsOf(db: Kysely<Database>, submissionId: string): Promise<readonly DecisionRecord[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('rulebook', 'rulebook.id', 'decision.rulebook_id')
    .where('decision.submission_id', '=', submissionId)
    .selectAll('decision')
    .select('rulebook.number as rulebook_number')
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    verdict: row.verdict as DecisionRecord['verdict'],
    fromStage: row.from_stage as Stage,
    toStage: row.to_stage as Stage,
    reasons: readJson(reasonsSchema, row.reasons),
    rationale: row.rationale,
    redirectedTo: row.redirected_to,
    checklist: readChecklist(row.checklist),
    rulebookNumber: row.rulebook_number,
    decidedByName: row.decided_by_name,
    secondedByName: row.seconded_by_name,
    decidedAt: row.decided_at,
    undoneAt: row.undone_at,
    replyByOn: row.reply_by_on,
  }))
}

/** One submission with everything that its page shows. Refuses `not-found`. */
export async function submissionDetail(
  db: Kysely<Database>,
  submissionId: string,
): Promise<SubmissionDetail> {
  const row = await getSubmission(db, submissionId)
  const notes = await db
    .selectFrom('note')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('written_at', 'desc')
    .execute()
  const comments = await db
    .selectFrom('citizen_comment')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('created_at')
    .limit(shownComments)
    .execute()
  const attachments = await db
    .selectFrom('attachment')
    .leftJoin('blurred_picture', 'blurred_picture.attachment_id', 'attachment.id')
    .selectAll('attachment')
    .select('blurred_picture.made_at as blurred_at')
    .where('owner_kind', '=', 'submission')
    .where('owner_id', '=', submissionId)
    .orderBy('added_at')
    .execute()
  const study = await db
    .selectFrom('study')
    .select('id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  const mergedInto = row.merged_into_id === null ? [] : await linked(db, { id: row.merged_into_id })
  return {
    id: row.id,
    processId: row.process_id,
    number: row.number,
    reference: row.reference,
    title: row.title,
    excerpt: row.body_text.slice(0, 160),
    body: row.body,
    bodyText: row.body_text,
    authorName: row.author_name,
    authorEmail: row.author_email,
    authorPhone: row.author_phone,
    authorAddress: row.author_address,
    channel: row.channel as Channel,
    stage: row.stage as Stage,
    themeId: row.theme_id,
    districtId: row.district_id,
    assigneeId: row.assignee_id,
    submittedAt: row.submitted_at,
    stageChangedAt: row.stage_changed_at,
    supportsCount: row.supports_count,
    commentsCount: row.comments_count,
    notesCount: notes.length,
    replyByOn: row.reply_by_on,
    review: (await reviewStates(db, [submissionId])).get(submissionId) ?? null,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    declaredCost: row.declared_cost_cents === null ? null : cents(row.declared_cost_cents),
    url: row.url,
    externalId: row.external_id?.startsWith('content:') === true ? null : row.external_id,
    platformState: row.platform_state,
    extra: readJson(extraSchema, row.extra),
    checklist: readChecklist(row.checklist),
    mergedInto: mergedInto[0] ?? null,
    mergedFrom: await linked(db, { mergedInto: submissionId }),
    decisions: await decisionsOf(db, submissionId),
    notes: notes.map((note) => ({
      id: note.id,
      authorName: note.author_name,
      text: note.text,
      writtenAt: note.written_at,
    })),
    comments: comments.map(
      (comment): CommentRecord => ({
        id: comment.id,
        authorName: comment.author_name,
        body: comment.body,
        alignment: comment.alignment === 1 ? 1 : comment.alignment === -1 ? -1 : 0,
        depth: comment.depth,
        createdAt: comment.created_at,
      }),
    ),
    attachments: attachments.map((attachment) => ({
      id: attachment.id,
      fileName: attachment.file_name,
      mediaType: attachment.media_type,
      bytes: attachment.bytes,
      alternativeText: attachment.alternative_text,
      credit: attachment.credit,
      blurred: attachment.blurred_at !== null,
    })),
    signals: (await standingSignals(db, [submissionId])).get(submissionId) ?? [],
    studyId: study?.id ?? null,
    projectId: row.project_id,
    version: row.version,
  }
}
