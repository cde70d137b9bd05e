import { z } from 'zod'
import { studiesContract } from '../../../shared/contract/studies.contract.ts'
import { conclusions, opinionValues } from '../../../shared/domain/feasibility/study-axes.ts'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  deleteOpinion,
  deleteStudy,
  insertOpinion,
  listOpinions,
  readGrid,
  updateOpinion,
  updateStudy,
} from '../../data/studies/study.repository.ts'
import { markDecisionsUndone, updateSubmissions } from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { isSettled, type OpenedStudy, openStudy } from './on-study.ts'
import { costsOf, sameCosts, writeCosts } from './study-costs.ts'

const grid = studiesContract.saveGrid.input.omit({ studyId: true, version: true })
const costs = studiesContract.saveCosts.input.omit({ studyId: true, version: true })
const answered = z.object({ answer: z.string() })
const moved = z.object({ stage: z.enum(stages), decisionId: z.string().optional() })
const concluded = moved.extend({ conclusion: z.enum(conclusions).nullable(), answer: z.string() })
const opinion = z.object({
  opinionId: z.string(),
  department: z.string(),
  opinion: z.enum(opinionValues).nullable().default(null),
  comment: z.string().default(''),
  requestedOn: z.string().default(''),
  dueOn: z.string().nullable().default(null),
  givenOn: z.string().nullable().default(null),
  givenByName: z.string().nullable().default(null),
})

interface Undone {
  readonly before: unknown
  readonly after: unknown
  /** Refuses: the study has changed since. */
  overtaken(): never
}

/** Takes acts back one by one, unless the list of projects was settled since. */
function undoer(work: (change: Change, opened: OpenedStudy, undone: Undone) => Promise<void>): Undoer {
  return async (change, entries) => {
    for (const entry of entries) {
      const overtaken = (): never => {
        throw new AppError('undo-overtaken', { object: entry.object_label })
      }
      const opened = await openStudy(change, entry.object_id ?? '')
      if (isSettled(opened.submission)) overtaken()
      await work(change, opened, {
        before: JSON.parse(entry.before ?? '{}'),
        after: JSON.parse(entry.after ?? '{}'),
        overtaken,
      })
    }
  }
}

/** Puts the proposal back where it stood, the decision that had moved it counting no more. */
async function moveBack(change: Change, { submission }: OpenedStudy, undone: Undone): Promise<void> {
  const before = moved.parse(undone.before)
  const after = moved.parse(undone.after)
  if (submission.stage !== after.stage) undone.overtaken()
  if (after.decisionId === undefined) return
  await markDecisionsUndone(change.trx, [after.decisionId], change.at)
  await updateSubmissions(change.trx, [submission.id], {
    stage: before.stage,
    stage_changed_at: change.at,
  })
}

const undoStart = undoer(async (change, opened, undone) => {
  // Work that was saved since is not thrown away with the opening.
  if (opened.study.version > 1) undone.overtaken()
  await moveBack(change, opened, undone)
  await deleteStudy(change.trx, opened.study.id)
})

const undoGrid = undoer(async (change, { study }, undone) => {
  const before = grid.parse(undone.before)
  const now = {
    grid: readGrid(study.grid),
    leadDepartment: study.lead_department,
    dueOn: study.due_on,
    conditions: study.conditions,
  }
  if (JSON.stringify(now) !== JSON.stringify(grid.parse(undone.after))) undone.overtaken()
  await updateStudy(change.trx, study.id, study.version, {
    grid: JSON.stringify(before.grid),
    lead_department: before.leadDepartment,
    due_on: before.dueOn,
    conditions: before.conditions,
  })
})

const undoCosts = undoer(async (change, { study }, undone) => {
  if (!sameCosts(await costsOf(change, study), costs.parse(undone.after))) undone.overtaken()
  await writeCosts(change, study, study.version, costs.parse(undone.before))
})

const undoAnswer = undoer(async (change, { study }, undone) => {
  if (study.conclusion !== null || study.answer !== answered.parse(undone.after).answer) undone.overtaken()
  await updateStudy(change.trx, study.id, study.version, { answer: answered.parse(undone.before).answer })
})

const undoConclusion = undoer(async (change, opened, undone) => {
  const before = concluded.parse(undone.before)
  const { study } = opened
  if (study.conclusion !== concluded.parse(undone.after).conclusion) undone.overtaken()
  await moveBack(change, opened, undone)
  // Whoever takes the act back stands for the conclusion that this restores.
  const signer = before.conclusion === null ? null : change.person
  await updateStudy(change.trx, study.id, study.version, {
    conclusion: before.conclusion,
    answer: before.answer,
    concluded_by: signer?.id ?? null,
    concluded_by_name: signer?.name ?? null,
    concluded_at: signer === null ? null : change.at,
  })
})

/** Puts an opinion back as it was; a request that did not exist goes, one that was removed returns. */
const undoOpinion = undoer(async (change, { study }, undone) => {
  const before = opinion.safeParse(undone.before).data
  const after = opinion.safeParse(undone.after).data
  const now = (await listOpinions(change.trx, study.id)).find(({ id }) => id === (after ?? before)?.opinionId)
  const asLeft = now?.opinion === after?.opinion && now?.comment === after?.comment
  if ((now === undefined) !== (after === undefined) || !asLeft) undone.overtaken()
  if (before === undefined) {
    if (now !== undefined) await deleteOpinion(change.trx, now.id)
  } else if (now === undefined) {
    await insertOpinion(change.trx, study.id, { ...before, id: before.opinionId })
  } else {
    await updateOpinion(change.trx, now.id, {
      opinion: before.opinion,
      comment: before.comment,
      givenOn: before.givenOn,
      personId: before.givenOn === null ? null : change.person.id,
      personName: before.givenByName,
    })
  }
  await updateStudy(change.trx, study.id, study.version, {})
})

/** Acts on studies that Ctrl+Z takes back, until the list of projects is settled. */
export const studyUndoers: Readonly<Record<string, Undoer>> = {
  'study.start': undoStart,
  'study.save-grid': undoGrid,
  'study.save-costs': undoCosts,
  'study.save-answer': undoAnswer,
  'study.conclude': undoConclusion,
  'study.ask-opinion': undoOpinion,
  'study.give-opinion': undoOpinion,
  'study.remove-opinion': undoOpinion,
}
