import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'

/** What a new project takes over from its lead proposal. */
export interface LeadContent {
  readonly body: string
  readonly bodyText: string
  readonly leadDepartment: string | null
  readonly themeId: string | null
  readonly districtId: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Reads it. */
export async function leadContent(db: Kysely<Database>, submissionId: string): Promise<LeadContent> {
  const row = await db
    .selectFrom('submission')
    .leftJoin('study', 'study.submission_id', 'submission.id')
    .where('submission.id', '=', submissionId)
    .select([
      'submission.body',
      'submission.body_text',
      'submission.theme_id',
      'submission.district_id',
      'submission.address',
      'submission.latitude',
      'submission.longitude',
      'study.lead_department',
    ])
    .executeTakeFirstOrThrow()
  return {
    body: row.body,
    bodyText: row.body_text,
    leadDepartment: row.lead_department,
    themeId: row.theme_id,
    districtId: row.district_id,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
  }
}
