import { z } from 'zod'
import { processKinds } from '../domain/processes/process-kind.ts'
import type {
  BackupFile,
  DossierProperties,
  OpenDossier,
  ProcessOverview,
  RecentDossier,
  SoundnessReport,
} from '../read-models/dossier.ts'
import { method, output } from './define-contract.ts'
import { amount, filePath, id, shortText } from './inputs.ts'

/** The file itself: making, opening, copying, checking, restoring. */
export const dossiersContract = {
  /** Makes a dossier with its first démarche; the person named becomes administrator and is signed in. Refuses an existing path. */
  create: method({
    input: z.object({
      path: filePath,
      title: shortText.min(1),
      kind: z.enum(processKinds),
      personName: shortText.min(1),
      communeName: shortText.default(''),
      inseeCode: z.string().max(5).default(''),
      envelope: amount.nullable().default(null),
      /** Names, in order. */
      districts: z.array(shortText.min(1)).max(200).default([]),
      /** First and last local day of the deposit; other phases follow by the usual lengths. */
      submissionOpensOn: z.iso.date().nullable().default(null),
      submissionClosesOn: z.iso.date().nullable().default(null),
      referencePrefix: z.string().trim().max(12).default(''),
    }),
    output: output<OpenDossier>(),
    permission: 'outside',
    writes: true,
  }),
  /**
   * Makes and opens a demonstration dossier at a path; its administrator is signed in. `until` says how far the story
   * is told: `submission` leaves every proposal to be moderated.
   */
  createDemonstration: method({
    input: z.object({
      story: z.enum(['roubaix', 'saint-jean-de-braye']),
      until: z.enum(['submission', 'results']).default('results'),
      path: filePath.optional(),
    }),
    output: output<OpenDossier>(),
    permission: 'outside',
    writes: true,
  }),
  open: method({
    input: z.object({ path: filePath, readOnly: z.boolean().default(false) }),
    output: output<OpenDossier>(),
    permission: 'outside',
    writes: false,
  }),
  close: method({ input: z.object({}), output: output<null>(), permission: 'outside', writes: false }),
  current: method({
    input: z.object({}),
    output: output<OpenDossier | null>(),
    permission: 'outside',
    writes: false,
  }),
  recent: method({
    input: z.object({}),
    output: output<readonly RecentDossier[]>(),
    permission: 'outside',
    writes: false,
  }),
  forget: method({
    input: z.object({ path: filePath }),
    output: output<null>(),
    permission: 'outside',
    writes: false,
  }),
  saveCopy: method({
    input: z.object({ path: filePath }),
    output: output<{ readonly path: string; readonly bytes: number }>(),
    permission: 'export',
    writes: false,
  }),
  compact: method({
    input: z.object({}),
    output: output<{ readonly bytesBefore: number; readonly bytesAfter: number }>(),
    permission: 'configure-dossier',
    writes: true,
  }),
  properties: method({
    input: z.object({}),
    output: output<DossierProperties>(),
    permission: 'anyone',
    writes: false,
  }),
  rename: method({
    input: z.object({ title: shortText.min(1) }),
    output: output<OpenDossier>(),
    permission: 'configure-dossier',
    writes: true,
  }),
  backups: method({
    input: z.object({}),
    output: output<readonly BackupFile[]>(),
    permission: 'anyone',
    writes: false,
  }),
  /** Puts a backup in the place of the open dossier, after a copy of the present state. */
  restoreBackup: method({
    input: z.object({ path: filePath }),
    output: output<OpenDossier>(),
    permission: 'restore-backup',
    writes: true,
  }),
  /** Database integrity, journal chain, sums of money, stages against decisions. */
  check: method({
    input: z.object({}),
    output: output<SoundnessReport>(),
    permission: 'anyone',
    writes: false,
  }),
  /** Counts for the navigation: what waits, and what waits for me. */
  overview: method({
    input: z.object({ processId: id }),
    output: output<ProcessOverview>(),
    permission: 'read',
    writes: false,
  }),
} as const
