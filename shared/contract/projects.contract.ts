import { z } from 'zod'
import type { ProjectDetail, ProjectRow } from '../read-models/project.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, latitude, longitude, longText, shortText, version } from './inputs.ts'

/** Projects: what goes to the vote and into the catalogue. */
export const projectsContract = {
  list: method({
    input: z.object({
      processId: id,
      search: z.string().max(300).optional(),
      limit: z.number().int().min(1).max(100_000).optional(),
    }),
    output: output<readonly ProjectRow[]>(),
    permission: 'read',
    writes: false,
  }),
  get: method({
    input: z.object({ projectId: id }),
    output: output<ProjectDetail>(),
    permission: 'read',
    writes: false,
  }),
  /** Makes one project from one or several feasible proposals; the first is the lead. Refuses `submission-not-feasible`, `submission-already-in-project`. */
  create: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(100) }),
    output: output<ProjectDetail>(),
    permission: 'edit-project',
    writes: true,
  }),
  /** After the list is settled, title, place and cost change only with a public erratum (I5): `erratum` is then required. */
  update: method({
    input: z.object({
      projectId: id,
      version,
      title: z.string().trim().min(1).max(120),
      summary: z.string().max(600),
      description: longText,
      managingDepartment: shortText,
      proposerNames: z.string().max(1_000),
      themeId: id.nullable(),
      districtId: id.nullable(),
      address: shortText.nullable(),
      latitude: latitude.nullable(),
      longitude: longitude.nullable(),
      erratum: z.string().max(2_000).default(''),
    }),
    output: output<ProjectDetail>(),
    permission: 'edit-project',
    writes: true,
  }),
  /**
   * Reads a PNG, JPEG or WebP file into the dossier; `path` null removes the picture; without `path` the picture
   * stays and takes the words given.
   */
  setPicture: method({
    input: z.object({
      projectId: id,
      version,
      path: filePath.nullable().optional(),
      alternativeText: shortText.default(''),
      credit: shortText.default(''),
    }),
    output: output<ProjectDetail>(),
    permission: 'edit-project',
    writes: true,
  }),
  /** The picture's bytes. */
  picture: method({
    input: z.object({ attachmentId: id }),
    output: output<{ readonly mediaType: string; readonly bytes: Uint8Array }>(),
    permission: 'read',
    writes: false,
  }),
  /** Settles the list: every project with a granted visa goes on the ballot with its number. Refuses `visa-missing` naming those without. */
  freeze: method({
    input: z.object({ processId: id, projectIds: z.array(id).min(1).max(100_000) }),
    output: output<readonly ProjectRow[]>(),
    permission: 'freeze-projects',
    writes: true,
  }),
  /**
   * Enters the outcome of the vote. All winners together above the envelope are refused unless `overrunReason` is
   * given (I12). Results entered before change only with a `correctionReason`.
   */
  recordResults: method({
    input: z.object({
      processId: id,
      votersCount: z.number().int().min(0),
      results: z
        .array(
          z.object({
            projectId: id,
            votes: z.number().int().min(0),
            outcome: z.enum(['winner', 'reserve', 'not-selected']),
          }),
        )
        .min(1)
        .max(100_000)
        .refine((results) => new Set(results.map(({ projectId }) => projectId)).size === results.length),
      overrunReason: shortText.default(''),
      correctionReason: shortText.optional(),
    }),
    output: output<readonly ProjectRow[]>(),
    permission: 'record-results',
    writes: true,
  }),
} as const
