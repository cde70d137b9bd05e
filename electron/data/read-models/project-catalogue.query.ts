import type { Kysely } from 'kysely'
import { z } from 'zod'
import { publishedCost } from '../../../shared/domain/finance/estimate.ts'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ProjectCatalogue } from '../../../shared/read-models/project-catalogue.ts'
import { getAttachmentContent } from '../attachments/attachment.repository.ts'
import type { Database } from '../database.ts'
import { listProjects } from './project-list.query.ts'

const polygonSchema = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))

async function dataUrl(db: Kysely<Database>, attachmentId: string | null): Promise<string | null> {
  if (attachmentId === null) return null
  const { mediaType, bytes } = await getAttachmentContent(db, attachmentId)
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

/**
 * The catalogue: every project on the ballot by its number; before the list is settled, those that wait for their
 * visa, numbered provisionally in the same order (district, then project number).
 */
export async function projectCatalogue(db: Kysely<Database>, processId: string): Promise<ProjectCatalogue> {
  const process = await db.selectFrom('process').selectAll().where('id', '=', processId).executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })
  const vote = await db
    .selectFrom('phase')
    .selectAll()
    .where('process_id', '=', processId)
    .where('kind', '=', 'vote')
    .executeTakeFirst()
  const districts = await db
    .selectFrom('district')
    .selectAll()
    .where('process_id', '=', processId)
    .orderBy('position')
    .execute()
  const themes = await db.selectFrom('theme').selectAll().where('process_id', '=', processId).execute()
  const districtById = new Map(districts.map((district) => [district.id, district]))
  const themeById = new Map(themes.map((theme) => [theme.id, theme]))

  const rows = await listProjects(db, processId)
  const settled: readonly string[] = stageGroups.onBallot
  const onBallot = rows.filter((row) => settled.includes(row.stage))
  const shown = onBallot.length > 0 ? onBallot : rows.filter((row) => row.stage === 'awaiting-visa')
  const ordered = [...shown].sort((left, right) => {
    if (left.ballotNumber !== null && right.ballotNumber !== null)
      return left.ballotNumber - right.ballotNumber
    const place = (id: string | null) =>
      id === null ? Number.MAX_SAFE_INTEGER : (districtById.get(id)?.position ?? Number.MAX_SAFE_INTEGER)
    return place(left.districtId) - place(right.districtId) || left.number - right.number
  })
  const details = new Map(
    (await db.selectFrom('project').selectAll().where('process_id', '=', processId).execute()).map(
      (project) => [project.id, project],
    ),
  )
  const pictures = await db.selectFrom('attachment').selectAll().where('owner_kind', '=', 'project').execute()
  const pictureById = new Map(pictures.map((picture) => [picture.id, picture]))

  const projects: ProjectCatalogue['projects'][number][] = []
  for (const [index, row] of ordered.entries()) {
    const project = details.get(row.id)
    if (project === undefined) continue
    const theme = row.themeId === null ? undefined : themeById.get(row.themeId)
    const picture =
      project.picture_attachment_id === null ? undefined : pictureById.get(project.picture_attachment_id)
    projects.push({
      id: row.id,
      ballotNumber: row.ballotNumber ?? index + 1,
      title: row.title,
      summary: project.summary,
      descriptionHtml: project.description,
      districtId: row.districtId,
      districtName: row.districtId === null ? null : (districtById.get(row.districtId)?.name ?? null),
      themeName: theme?.name ?? null,
      themeColor: theme?.color ?? null,
      address: project.address,
      latitude: project.latitude,
      longitude: project.longitude,
      publishedCost:
        row.cost === null ? null : publishedCost(row.cost, cents(process.published_cost_step_cents)),
      exactCost: row.cost,
      annualRunningCost: row.annualRunningCost,
      managingDepartment: project.managing_department,
      proposerNames: project.proposer_names,
      pictureDataUrl: await dataUrl(db, project.picture_attachment_id),
      pictureAlternativeText: picture?.alternative_text ?? '',
      pictureCredit: picture?.credit ?? '',
    })
  }
  return {
    title: process.title,
    edition: process.edition,
    communeName: process.commune_name,
    accentColor: process.accent_color,
    contact: process.contact,
    logoDataUrl: await dataUrl(db, process.logo_attachment_id),
    forewordHtml: process.foreword,
    votingInstructionsHtml: process.voting_instructions,
    voteOpensAt: vote?.opens_at ?? null,
    voteClosesAt: vote?.closes_at ?? null,
    timeZone: process.time_zone,
    envelope: process.envelope_cents === null ? null : cents(process.envelope_cents),
    demonstration: process.demonstration === 1,
    districts: districts.map((district) => ({
      id: district.id,
      name: district.name,
      polygon: district.polygon === null ? null : polygonSchema.parse(JSON.parse(district.polygon)),
    })),
    projects,
  }
}
