import type { Updateable } from 'kysely'
import { z } from 'zod'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProjectTable } from '../../data/database.ts'
import type { ProjectRecord } from '../../data/projects/project.repository.ts'

/** The fields of a project that are edited, by the names that the journal keeps. */
export const projectFields = z
  .object({
    title: z.string(),
    summary: z.string(),
    description: z.string(),
    managingDepartment: z.string(),
    proposerNames: z.string(),
    themeId: z.string().nullable(),
    districtId: z.string().nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .partial()
export type ProjectFields = z.output<typeof projectFields>

const columnOf = {
  title: 'title',
  summary: 'summary',
  description: 'description',
  managingDepartment: 'managing_department',
  proposerNames: 'proposer_names',
  themeId: 'theme_id',
  districtId: 'district_id',
  address: 'address',
  latitude: 'latitude',
  longitude: 'longitude',
} as const satisfies Readonly<Record<keyof ProjectFields, keyof ProjectTable>>

type FieldName = keyof typeof columnOf
const fieldNames = Object.keys(columnOf) as readonly FieldName[]

/** What voters were told and cannot change in silence: I5. */
const publishedFields: readonly FieldName[] = ['title', 'districtId', 'address', 'latitude', 'longitude']

/** Those of the fields that differ from the project as it is: each with its present and its new value. */
export function differences(
  project: ProjectRecord,
  fields: ProjectFields,
): { readonly before: ProjectFields; readonly after: ProjectFields } {
  const changed = fieldNames.filter(
    (name) => fields[name] !== undefined && fields[name] !== project[columnOf[name]],
  )
  const pick = (read: (name: FieldName) => unknown): ProjectFields =>
    projectFields.parse(Object.fromEntries(changed.map((name) => [name, read(name)])))
  return { before: pick((name) => project[columnOf[name]]), after: pick((name) => fields[name]) }
}

/** The columns that hold these fields. */
export function columnsOf(fields: ProjectFields): Updateable<ProjectTable> {
  return Object.fromEntries(
    fieldNames.filter((name) => fields[name] !== undefined).map((name) => [columnOf[name], fields[name]]),
  )
}

/** Whether changing these fields of the project asks for a public erratum (I5). */
export function needsErratum(project: ProjectRecord, fields: ProjectFields): boolean {
  const settled: readonly string[] = stageGroups.onBallot
  return settled.includes(project.stage) && publishedFields.some((name) => fields[name] !== undefined)
}
