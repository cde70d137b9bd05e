import { join } from 'node:path'
import type { StoryProject, StorySubmission } from '../../../shared/domain/demonstration/story.ts'
import { zeroCents } from '../../../shared/domain/money/cents.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import { financeService } from '../finance/finance.service.ts'
import { projectsService } from '../projects/projects.service.ts'
import type { Act, Scene } from './act.ts'
import { atOffice, phaseDays, shiftDay, spread } from './timetable.ts'

interface PlannedProject {
  readonly submission: StorySubmission
  readonly department: string
  readonly project: StoryProject
}

/** From the feasible proposals to the results: projects, pictures, visas, the settled list, the outcome of the vote. */
export function projectActs(scene: Scene): readonly Act[] {
  const { story, cast, processId } = scene
  const vote = phaseDays(story, 'vote')
  const planned = story.submissions.flatMap((submission): PlannedProject[] => {
    const { outcome } = submission
    return outcome.kind === 'project'
      ? [{ submission, department: outcome.study.department, project: outcome.project }]
      : []
  })
  const made = new Map<PlannedProject, string>()
  const manager = cast.as('manager')
  return [
    ...planned.map(
      (plan, index): Act => ({
        at: spread(shiftDay(vote.opensOn, -21), shiftDay(vote.opensOn, -15), index, planned.length),
        run: async () => {
          made.set(plan, await makeProject(scene, plan))
        },
      }),
    ),
    ...planned.map(
      (plan, index): Act => ({
        at: spread(shiftDay(vote.opensOn, -14), shiftDay(vote.opensOn, -6), index, planned.length),
        async run() {
          const finance = cast.as('finance', { turn: index })
          const { id, cost } = await projectsService.get({ projectId: made.get(plan) ?? '' }, finance)
          await financeService.sign(
            { projectId: id, decision: 'granted', reason: '', amountRead: cost ?? zeroCents },
            finance,
          )
        },
      }),
    ),
    {
      at: atOffice(shiftDay(vote.opensOn, -4), 8 * 60),
      async run() {
        await projectsService.freeze({ processId, projectIds: [...made.values()] }, manager)
      },
    },
    {
      at: atOffice(shiftDay(vote.closesOn, 2), 150),
      async run() {
        await projectsService.recordResults(
          {
            processId,
            votersCount: story.votersCount,
            results: planned.map((plan) => ({
              projectId: made.get(plan) ?? '',
              votes: plan.project.votes,
              outcome: plan.project.winner ? 'winner' : 'not-selected',
            })),
            overrunReason: '',
          },
          manager,
        )
      },
    },
  ]
}

/** Makes one project and prepares it for publication. Answers its id. */
async function makeProject(scene: Scene, plan: PlannedProject): Promise<string> {
  const { submission, project, department } = plan
  const manager = scene.cast.as('manager')
  const created = await projectsService.create(
    { submissionIds: [scene.submissionId(submission.externalId)] },
    manager,
  )
  const written = await projectsService.update(
    {
      projectId: created.id,
      version: created.version,
      title: project.title,
      summary: project.summary,
      description: plainToRichText(project.description),
      managingDepartment: department,
      proposerNames: created.proposerNames,
      themeId: created.themeId,
      districtId: created.districtId,
      address: created.address,
      latitude: created.latitude,
      longitude: created.longitude,
      erratum: '',
    },
    manager,
  )
  if (project.picture !== undefined) {
    await projectsService.setPicture(
      {
        projectId: written.id,
        version: written.version,
        path: join(scene.picturesFolder, project.picture.file),
        alternativeText: project.picture.alternativeText,
        credit: project.picture.credit,
      },
      manager,
    )
  }
  return created.id
}
