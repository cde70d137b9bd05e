import type { StorySubmission } from '../../../shared/domain/demonstration/story.ts'
import {
  type AdmissibilityChecklist,
  type AdmissibilityCriterion,
  admissibilityCriteria,
} from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { submissionsService } from '../submissions/submissions.service.ts'
import type { Act, Scene } from './act.ts'
import { phaseDays, shiftDay, spread } from './timetable.ts'

/** Admissible proposals of one sitting. */
const sitting = 6

/** The question of the checklist that each reason answers with no. */
const criterionOf: Readonly<Partial<Record<RefusalReason, AdmissibilityCriterion>>> = {
  'not-municipal-competence': 'R6',
  'operating-cost': 'R8',
  'study-only': 'R8',
  'over-cap': 'R9',
  'no-land': 'R10',
  'already-planned': 'R11',
  'not-general-interest': 'R7',
  commercial: 'R13',
  neutrality: 'R12',
  regulation: 'R12',
  imprecise: 'R14',
  'outside-territory': 'R5',
  duplicate: 'R11',
}

function checklistOf(reasons: readonly RefusalReason[]): AdmissibilityChecklist {
  const failed = new Set(reasons.map((reason) => criterionOf[reason]))
  return Object.fromEntries(
    admissibilityCriteria.map((criterion) => [
      criterion,
      { answer: failed.has(criterion) ? ('no' as const) : ('yes' as const) },
    ]),
  )
}

/** What the moderation decides, between the import and the end of its phase. */
export function moderationActs(scene: Scene): readonly Act[] {
  const { story, cast } = scene
  const { opensOn, closesOn } = phaseDays(story, 'admissibility')
  const from = shiftDay(opensOn, 1)
  const admissible = story.submissions.filter(
    ({ outcome }) => outcome.kind === 'project' || outcome.kind === 'infeasible',
  )
  const closed = story.submissions.filter((submission) => !admissible.includes(submission))
  const sittings = Array.from({ length: Math.ceil(admissible.length / sitting) }, (_, index) =>
    admissible.slice(index * sitting, (index + 1) * sitting),
  )
  return [
    ...sittings.map((group, index): Act => {
      const call = cast.as('moderator', { turn: index })
      return {
        at: spread(from, shiftDay(closesOn, -3), index, sittings.length),
        async run() {
          for (const { externalId } of group) {
            const { version } = await submissionsService.get(
              { submissionId: scene.submissionId(externalId) },
              call,
            )
            await submissionsService.saveChecklist(
              { submissionId: scene.submissionId(externalId), version, checklist: checklistOf([]) },
              call,
            )
          }
          await submissionsService.decideMany(
            {
              submissionIds: group.map(({ externalId }) => scene.submissionId(externalId)),
              preview: false,
              skipUnfit: false,
              verdict: 'admissible',
              reasons: [],
              rationale: '',
              redirectedTo: null,
            },
            call,
          )
        },
      }
    }),
    ...closed.map(
      (submission, index): Act => ({
        at: spread(from, shiftDay(closesOn, -1), index, closed.length),
        run: () => close(scene, submission, index),
      }),
    ),
    ...story.submissions.flatMap((submission, index) =>
      submission.note === undefined ? [] : [noteAct(scene, submission, submission.note, index)],
    ),
  ]
}

function noteAct(scene: Scene, submission: StorySubmission, text: string, index: number): Act {
  const { opensOn, closesOn } = phaseDays(scene.story, 'admissibility')
  return {
    at: spread(opensOn, closesOn, index, scene.story.submissions.length),
    async run() {
      await submissionsService.addNote(
        { submissionId: scene.submissionId(submission.externalId), text },
        scene.cast.as('moderator', { turn: index }),
      )
    },
  }
}

async function close(scene: Scene, submission: StorySubmission, turn: number): Promise<void> {
  const call = scene.cast.as('moderator', { turn })
  const submissionId = scene.submissionId(submission.externalId)
  const { outcome } = submission
  if (outcome.kind === 'merged') {
    await submissionsService.merge(
      { submissionId, intoSubmissionId: scene.submissionId(outcome.into), rationale: outcome.answer },
      call,
    )
  } else if (outcome.kind === 'withdrawn') {
    await submissionsService.decide(
      { submissionId, verdict: 'withdrawn', reasons: [], rationale: outcome.answer, redirectedTo: null },
      call,
    )
  } else if (outcome.kind === 'inadmissible') {
    const { version } = await submissionsService.get({ submissionId }, call)
    const checklist = checklistOf(outcome.reasons)
    await submissionsService.saveChecklist({ submissionId, version, checklist }, call)
    await submissionsService.decide(
      {
        submissionId,
        verdict: 'inadmissible',
        reasons: outcome.reasons,
        rationale: outcome.answer,
        redirectedTo: outcome.redirectedTo ?? null,
      },
      call,
    )
  }
}
