import type { Kysely } from 'kysely'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type { ProjectDetail, VisaRecord } from '../../../shared/read-models/project.ts'
import type { AttachmentRecord } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import { getProject } from '../projects/project.repository.ts'
import { listVisas, standingVisa, type VisaRow } from '../projects/visa.repository.ts'
import { passagesBehind } from '../redactions/redacted-behind.query.ts'

/** One project with everything that its page shows. Refuses `not-found`. */
export async function projectDetail(db: Kysely<Database>, projectId: string): Promise<ProjectDetail> {
  const project = await getProject(db, projectId)
  const submissions = await db
    .selectFrom('project_submission')
    .innerJoin('submission', 'submission.id', 'project_submission.submission_id')
    .leftJoin('study', 'study.submission_id', 'submission.id')
    .where('project_submission.project_id', '=', projectId)
    .select([
      'submission.id',
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.author_name',
      'submission.stage',
      'project_submission.lead',
      'study.id as study_id',
      'study.has_estimate',
      'study.amount_incl_vat_cents',
      'study.annual_running_cost_cents',
    ])
    .orderBy('project_submission.lead', 'desc')
    .orderBy('submission.number')
    .$narrowType<{ stage: Stage }>()
    .execute()
  const visas = await listVisas(db, projectId)
  const estimated = submissions.filter((row) => row.has_estimate === 1)
  const running = submissions.map((row) => row.annual_running_cost_cents).filter((value) => value !== null)
  const imported = project.imported_cost_cents === null ? null : cents(project.imported_cost_cents)
  const latest = standingVisa(visas)
  return {
    id: project.id,
    processId: project.process_id,
    number: project.number,
    title: project.title,
    summary: project.summary,
    description: project.description,
    managingDepartment: project.managing_department,
    proposerNames: project.proposer_names,
    stage: project.stage as Stage,
    districtId: project.district_id,
    themeId: project.theme_id,
    address: project.address,
    latitude: project.latitude,
    longitude: project.longitude,
    cost:
      estimated.length > 0
        ? cents(estimated.reduce((sum, row) => sum + (row.amount_incl_vat_cents ?? 0), 0))
        : imported,
    annualRunningCost: running.length > 0 ? cents(running.reduce((sum, value) => sum + value, 0)) : null,
    visaState: latest === undefined ? 'none' : latest.voided_at !== null ? 'void' : visaRecord(latest).state,
    hasPicture: project.picture_attachment_id !== null,
    ballotNumber: project.ballot_number,
    votes: project.votes,
    version: project.version,
    picture: await pictureOf(db, project.picture_attachment_id),
    submissions: submissions.map((row) => ({
      id: row.id,
      number: row.number,
      reference: row.reference,
      title: row.title,
      authorName: row.author_name,
      stage: row.stage,
      studyId: row.study_id,
      cost:
        row.has_estimate === 1 && row.amount_incl_vat_cents !== null
          ? cents(row.amount_incl_vat_cents)
          : null,
      lead: row.lead === 1,
    })),
    visas: visas.map(visaRecord),
    errata: await errataOf(db, projectId),
  }
}

/** What was published about changes after the list was settled (I5), the newest first. */
async function errataOf(db: Kysely<Database>, projectId: string): Promise<ProjectDetail['errata']> {
  const rows = await db
    .selectFrom('journal_entry')
    .select(['at', 'person_name', 'reason'])
    .where('object_id', '=', projectId)
    .where('action', '=', 'project.update')
    .where('reason', '!=', '')
    .where('undone_by_sequence', 'is', null)
    .orderBy('sequence', 'desc')
    .execute()
  const masked = await passagesBehind(db, projectId)
  return rows.map((row) => ({
    at: row.at,
    personName: row.person_name,
    text: maskText(row.reason, masked),
  }))
}

function visaRecord(row: VisaRow): VisaRecord {
  return {
    id: row.id,
    state: row.state === 'granted' ? 'granted' : 'refused',
    amount: cents(row.amount_cents),
    reason: row.reason,
    signedByName: row.signed_by_name,
    signedAt: row.signed_at,
    voidedAt: row.voided_at,
    voidedReason: row.voided_reason,
  }
}

async function pictureOf(
  db: Kysely<Database>,
  attachmentId: string | null,
): Promise<AttachmentRecord | null> {
  if (attachmentId === null) return null
  const row = await db
    .selectFrom('attachment')
    .leftJoin('blurred_picture', 'blurred_picture.attachment_id', 'attachment.id')
    .selectAll('attachment')
    .select('blurred_picture.made_at as blurred_at')
    .where('attachment.id', '=', attachmentId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    alternativeText: row.alternative_text,
    credit: row.credit,
    blurred: row.blurred_at !== null,
  }
}
