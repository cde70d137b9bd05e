import { z } from 'zod'
import { conclusions, opinionValues, studyAxes } from '../domain/feasibility/study-axes.ts'
import type { StudyDetail, StudyRow } from '../read-models/study.ts'
import { method, output } from './define-contract.ts'
import { amount, id, localDay, longText, shortText, version } from './inputs.ts'

const rate = z.number().int().min(0).max(10_000)

/** The version of the study that was read, where somebody looks at it; refuses `changed-meanwhile` when it is older. */
const readVersion = version.optional()

/** Feasibility: grid, opinions, costs, conclusion. Writing to a study whose project has a visa voids the visa when figures change (I7). */
export const studiesContract = {
  /** Every proposal that is or was to be studied, whether its study has been started or not. */
  list: method({
    input: z.object({ processId: id }),
    output: output<readonly StudyRow[]>(),
    permission: 'read',
    writes: false,
  }),
  get: method({
    input: z.object({ studyId: id }),
    output: output<StudyDetail>(),
    permission: 'read',
    writes: false,
  }),
  /** Opens the study of an admissible proposal (or answers the one it has). */
  start: method({
    input: z.object({ submissionId: id }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  saveGrid: method({
    input: z.object({
      studyId: id,
      version,
      grid: z.partialRecord(
        z.enum(studyAxes),
        z.object({ answer: z.enum(opinionValues), note: z.string().max(5_000).optional() }),
      ),
      leadDepartment: shortText.nullable(),
      dueOn: localDay.nullable(),
      conditions: longText,
    }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  askOpinion: method({
    input: z.object({
      studyId: id,
      version: readVersion,
      department: shortText.min(1),
      dueOn: localDay.nullable().default(null),
    }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  giveOpinion: method({
    input: z.object({
      studyId: id,
      version: readVersion,
      opinionId: id,
      opinion: z.enum(opinionValues),
      comment: z.string().max(20_000),
      givenOn: localDay,
    }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  removeOpinion: method({
    input: z.object({ studyId: id, version: readVersion, opinionId: id }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  /** Replaces all lines and add-ons; totals are worked out again by the service, never taken from the caller. */
  saveCosts: method({
    input: z.object({
      studyId: id,
      version,
      costLines: z
        .array(
          z.object({
            label: shortText.min(1),
            quantityThousandths: z.number().int().min(0).max(1_000_000_000_000),
            unit: z.string().trim().max(20),
            unitPriceTenThousandths: z.number().int().min(0).max(10_000_000_000_000),
            vatRateBasisPoints: rate,
          }),
        )
        .max(500),
      addOns: z.object({
        contingencyBasisPoints: rate,
        designFeeBasisPoints: rate,
        designFeeBase: z.enum(['works', 'works-and-contingency']),
        preliminaryStudies: amount,
        addOnVatRateBasisPoints: rate,
      }),
      annualRunningCost: amount.nullable(),
      runningCostNote: z.string().max(5_000).default(''),
    }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  /** Keeps the motivated answer while it is being written. Refuses `study-concluded`: what was concluded is public. */
  saveAnswer: method({
    input: z.object({ studyId: id, version, answer: longText }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
  /** Concludes, or takes the conclusion back (null, with a reason). An infeasible one needs its motivated answer (I2). */
  conclude: method({
    input: z.object({
      studyId: id,
      version,
      conclusion: z.enum(conclusions).nullable(),
      answer: longText,
      reason: shortText.default(''),
    }),
    output: output<StudyDetail>(),
    permission: 'study',
    writes: true,
  }),
} as const
