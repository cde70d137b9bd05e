import type { StoryStudy } from '../../../shared/domain/demonstration/story.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { studiesService } from '../studies/studies.service.ts'
import type { Act, Scene } from './act.ts'
import { atOffice, notBefore, phaseDays, shiftDay, spread } from './timetable.ts'

/** Every study, from its start to its conclusion, by the services that the story names. */
export function studyActs(scene: Scene): readonly Act[] {
  const studied = scene.story.submissions.flatMap(({ externalId, outcome }) =>
    outcome.kind === 'project' || outcome.kind === 'infeasible' ? [{ externalId, study: outcome.study }] : [],
  )
  return studied.flatMap(({ externalId, study }, index) =>
    actsOfStudy(scene, externalId, study, index, studied.length),
  )
}

function actsOfStudy(
  scene: Scene,
  externalId: string,
  study: StoryStudy,
  index: number,
  count: number,
): readonly Act[] {
  const { story, cast } = scene
  const { opensOn, closesOn } = phaseDays(story, 'study')
  // The list is settled before the vote: studies end some weeks earlier, projects and visas take the rest.
  const lastDay = shiftDay(phaseDays(story, 'vote').opensOn, -24)
  const endsOn = [closesOn, lastDay].sort()[0] ?? lastDay
  const call = cast.as('technical-service', { department: study.department, turn: index })
  const starts = spread(opensOn, shiftDay(opensOn, 6), index, count)
  const firstOpinion = study.opinions.map(({ givenOn }) => givenOn).sort()[0] ?? endsOn
  const asked = firstOpinion < shiftDay(opensOn, 8) ? starts : atOffice(shiftDay(firstOpinion, -7), 60)
  let studyId = ''
  let version = 0
  let previous = ''
  const acts: Act[] = []
  const step = (planned: string, run: () => Promise<{ readonly version: number }>): void => {
    previous = notBefore(planned, previous || shiftDay(opensOn, -1))
    acts.push({
      at: previous,
      async run() {
        version = (await run()).version
      },
    })
  }

  step(starts, async () => {
    const started = await studiesService.start({ submissionId: scene.submissionId(externalId) }, call)
    studyId = started.id
    return started
  })
  for (const opinion of study.opinions) {
    step(notBefore(asked, starts), () =>
      studiesService.askOpinion(
        { studyId, department: opinion.department, dueOn: shiftDay(opinion.givenOn, 5) },
        call,
      ),
    )
  }
  for (const opinion of [...study.opinions].sort((left, right) => (left.givenOn < right.givenOn ? -1 : 1))) {
    const gives = cast.as('technical-service', { department: opinion.department, turn: index })
    step(atOffice(opinion.givenOn, 90 + ((index * 53) % 300)), async () => {
      const { opinions } = await studiesService.get({ studyId }, call)
      const open = opinions.find(
        ({ department, givenOn }) => department === opinion.department && givenOn === null,
      )
      return studiesService.giveOpinion(
        {
          studyId,
          opinionId: open?.id ?? '',
          opinion: opinion.opinion,
          comment: opinion.comment,
          givenOn: opinion.givenOn,
        },
        gives,
      )
    })
  }
  const concludes = spread(shiftDay(opensOn, 14), endsOn, index, count)
  step(concludes, () =>
    studiesService.saveGrid(
      {
        studyId,
        version,
        grid: study.grid,
        leadDepartment: study.department,
        dueOn: shiftDay(endsOn, -7),
        conditions: study.conditions ?? '',
      },
      call,
    ),
  )
  if (study.costLines.length > 0 || study.annualRunningCostCents !== null) {
    step(concludes, () =>
      studiesService.saveCosts(
        {
          studyId,
          version,
          costLines: study.costLines,
          addOns: {
            contingencyBasisPoints: study.contingencyBasisPoints,
            designFeeBasisPoints: study.designFeeBasisPoints,
            designFeeBase: 'works',
            preliminaryStudies: cents(0),
            addOnVatRateBasisPoints: 2_000,
          },
          annualRunningCost:
            study.annualRunningCostCents === null ? null : cents(study.annualRunningCostCents),
          runningCostNote: study.runningCostNote ?? '',
        },
        call,
      ),
    )
  }
  step(concludes, () =>
    studiesService.conclude(
      { studyId, version, conclusion: study.conclusion, answer: study.answer, reason: '' },
      call,
    ),
  )
  return acts
}
