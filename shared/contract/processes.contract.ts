import { z } from 'zod'
import { refusalReasons } from '../domain/moderation/refusal-reason.ts'
import { phaseKinds, processKinds } from '../domain/processes/process-kind.ts'
import type { ProcessDetail, ProcessSummary } from '../read-models/process.ts'
import { method, output } from './define-contract.ts'
import { amount, filePath, id, instant, longText, shortText, version } from './inputs.ts'

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/)

/** Démarches and their settings. Each save is journaled and checks `version` (`changed-meanwhile`). */
export const processesContract = {
  list: method({
    input: z.object({}),
    output: output<readonly ProcessSummary[]>(),
    permission: 'read',
    writes: false,
  }),
  get: method({
    input: z.object({ processId: id }),
    output: output<ProcessDetail>(),
    permission: 'read',
    writes: false,
  }),
  create: method({
    input: z.object({
      kind: z.enum(processKinds),
      title: shortText.min(1),
      envelope: amount.nullable().default(null),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  update: method({
    input: z.object({
      processId: id,
      version,
      title: shortText.min(1),
      edition: shortText,
      referencePrefix: z.string().trim().max(12),
      communeName: shortText,
      inseeCode: z.string().regex(/^$|^[0-9][0-9AB][0-9]{3}$/),
      contact: z.string().max(2_000),
      signatureBlock: z.string().max(2_000),
      accentColor: color,
      envelope: amount.nullable(),
      projectCap: amount.nullable(),
      publishedCostStep: amount,
      foreword: longText,
      votingInstructions: longText,
      votersCount: z.number().int().min(0).nullable(),
      departments: z.array(shortText.min(1)).max(100),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  savePhases: method({
    input: z.object({
      processId: id,
      version,
      phases: z
        .array(z.object({ kind: z.enum(phaseKinds), opensAt: instant, closesAt: instant }))
        .max(phaseKinds.length),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** Refuses to drop a theme or a district in use (`theme-in-use`, `district-in-use`). */
  saveThemes: method({
    input: z.object({
      processId: id,
      version,
      themes: z.array(z.object({ id: id.optional(), name: shortText.min(1), color })).max(200),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  saveDistricts: method({
    input: z.object({
      processId: id,
      version,
      districts: z
        .array(
          z.object({
            id: id.optional(),
            code: z.string().trim().max(40),
            name: shortText.min(1),
            population: z.number().int().min(0).nullable(),
            envelope: amount.nullable(),
          }),
        )
        .max(500),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** Adopts a new version of the rules; earlier decisions keep the one they followed. */
  saveRulebook: method({
    input: z.object({
      processId: id,
      version,
      text: longText,
      criteria: z.array(z.object({ reason: z.enum(refusalReasons), article: shortText })),
    }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** Reads a PNG, JPEG or SVG-free picture file into the dossier as logo; null removes it. */
  setLogo: method({
    input: z.object({ processId: id, version, path: filePath.nullable() }),
    output: output<ProcessDetail>(),
    permission: 'configure-process',
    writes: true,
  }),
} as const
