import { z } from 'zod'
import { conclusions, opinionValues, studyAxes } from '../feasibility/study-axes.ts'
import { refusalReasons } from '../moderation/refusal-reason.ts'
import { phaseKinds } from '../processes/process-kind.ts'

const point = z.tuple([z.number(), z.number()])

const costLine = z.object({
  label: z.string(),
  quantityThousandths: z.number().int(),
  unit: z.string(),
  unitPriceTenThousandths: z.number().int(),
  vatRateBasisPoints: z.number().int(),
})

const study = z.object({
  department: z.string(),
  grid: z.partialRecord(
    z.enum(studyAxes),
    z.object({ answer: z.enum(opinionValues), note: z.string().optional() }),
  ),
  opinions: z.array(
    z.object({
      department: z.string(),
      opinion: z.enum(opinionValues),
      comment: z.string(),
      givenOn: z.iso.date(),
    }),
  ),
  costLines: z.array(costLine),
  contingencyBasisPoints: z.number().int(),
  designFeeBasisPoints: z.number().int(),
  annualRunningCostCents: z.number().int().nullable(),
  runningCostNote: z.string().optional(),
  conditions: z.string().optional(),
  conclusion: z.enum(conclusions),
  answer: z.string(),
})

const project = z.object({
  title: z.string().max(80),
  summary: z.string().max(400),
  description: z.string(),
  votes: z.number().int(),
  winner: z.boolean(),
  /** One of the drawings shipped in `resources/demonstration/pictures`. */
  picture: z
    .object({ file: z.string().regex(/^[a-z-]+\.webp$/), alternativeText: z.string(), credit: z.string() })
    .optional(),
})

/** What became of a proposal after its deposit. */
const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('inadmissible'),
    reasons: z.array(z.enum(refusalReasons)).min(1),
    answer: z.string(),
    redirectedTo: z.string().optional(),
  }),
  z.object({ kind: z.literal('merged'), into: z.string(), answer: z.string() }),
  z.object({ kind: z.literal('withdrawn'), answer: z.string() }),
  z.object({ kind: z.literal('infeasible'), study }),
  z.object({ kind: z.literal('project'), study, project }),
])

const submission = z.object({
  /** Platform id of those deposited online, register number of the others. */
  externalId: z.string(),
  title: z.string().max(80),
  body: z.string(),
  author: z.string(),
  channel: z.enum(['online', 'paper', 'meeting', 'phone']),
  district: z.string().nullable(),
  theme: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  submittedAt: z.iso.datetime(),
  supports: z.number().int(),
  declaredCostCents: z.number().int().nullable(),
  /** Where the proposer lives, as the paper form said; lines of an address. */
  authorAddress: z.string().optional(),
  /** Internal note of the moderation. */
  note: z.string().optional(),
  outcome,
})

/** A demonstration story: a whole participatory budget, invented, at its true size. */
export const storySchema = z.object({
  title: z.string(),
  communeName: z.string(),
  inseeCode: z.string(),
  edition: z.string(),
  referencePrefix: z.string(),
  accentColor: z.string(),
  contact: z.string(),
  signatureBlock: z.string(),
  envelopeCents: z.number().int(),
  projectCapCents: z.number().int().nullable(),
  rules: z.string(),
  foreword: z.string(),
  votingInstructions: z.string(),
  votersCount: z.number().int(),
  departments: z.array(z.string()),
  phases: z.array(z.object({ kind: z.enum(phaseKinds), opensOn: z.iso.date(), closesOn: z.iso.date() })),
  themes: z.array(z.object({ name: z.string(), color: z.string() })),
  districts: z.array(
    z.object({ code: z.string(), name: z.string(), population: z.number().int(), ring: z.array(point) }),
  ),
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      department: z.string().nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      externalId: z.string(),
      title: z.string(),
      description: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      address: z.string(),
      attendees: z.number().int(),
      contributions: z.number().int(),
    }),
  ),
  comments: z.array(
    z.object({
      externalId: z.string(),
      on: z.string(),
      author: z.string(),
      body: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
  submissions: z.array(submission),
})
export type Story = z.output<typeof storySchema>
export type StorySubmission = Story['submissions'][number]
export type StoryStudy = z.output<typeof study>
export type StoryProject = z.output<typeof project>
