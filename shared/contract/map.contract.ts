import { z } from 'zod'
import type { MapBackground, MapPoints, PlacementOutcome, SubmissionPlace } from '../read-models/map.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, version } from './inputs.ts'
import { submissionFilter } from './submissions.contract.ts'

const submissionIds = z.array(id).min(1).max(100_000)

/** Proposals on the map, and the districts that their points say. */
export const mapContract = {
  points: method({
    input: submissionFilter,
    output: output<MapPoints>(),
    permission: 'read',
    writes: false,
  }),
  place: method({
    input: z.object({ submissionId: id }),
    output: output<SubmissionPlace>(),
    permission: 'read',
    writes: false,
  }),
  /** The same theme or district for many; one act. */
  classifyMany: method({
    input: z.object({
      submissionIds,
      themeId: id.nullable().optional(),
      districtId: id.nullable().optional(),
    }),
    output: output<{ readonly changed: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * Gives districts by the points: to these proposals, or to the whole démarche. A district that was chosen or declared
   * stays, unless `override` says that the point is right. `preview` writes nothing. One act, entirely or not at all.
   */
  followPoints: method({
    input: z.object({
      processId: id,
      submissionIds: submissionIds.optional(),
      override: z.boolean().default(false),
      preview: z.boolean().default(false),
    }),
    output: output<PlacementOutcome>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Keeps a district that disagrees with the point: it is no longer listed. */
  keepDistricts: method({
    input: z.object({ submissionIds }),
    output: output<{ readonly kept: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Writes a selection as a workbook, or as GeoJSON where the path ends so. Nobody's name is in it. */
  exportSelection: method({
    input: z.object({ processId: id, submissionIds, path: filePath }),
    output: output<{ readonly path: string; readonly rows: number }>(),
    permission: 'export',
    writes: false,
  }),
  background: method({
    input: z.object({}),
    output: output<MapBackground>(),
    permission: 'read',
    writes: false,
  }),
  /** Refuses `background-address-invalid` what is no https address of tiles. */
  saveBackground: method({
    input: z.object({
      version,
      enabled: z.boolean(),
      urlTemplate: z.string().trim().max(2_000),
      attribution: z.string().trim().max(300),
    }),
    output: output<MapBackground>(),
    permission: 'configure-dossier',
    writes: true,
  }),
} as const
