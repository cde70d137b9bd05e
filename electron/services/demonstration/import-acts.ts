import { importsService } from '../imports/imports.service.ts'
import { submissionsService } from '../submissions/submissions.service.ts'
import type { Act, Scene } from './act.ts'
import {
  registerMapping,
  writeCommentFile,
  writeMeetingFile,
  writeProposalFile,
  writeRegisterFile,
} from './story-files.ts'
import { atOffice, phaseDays, shiftDay } from './timetable.ts'

/** The morning when the deposit is closed: exports of the platform and the register come in. */
export function importActs(scene: Scene): readonly Act[] {
  const { story, cast, processId, folder } = scene
  const on = shiftDay(phaseDays(story, 'submission').closesOn, 1)
  const call = cast.as('moderator')
  const online = story.submissions.some(({ channel }) => channel === 'online')
  const byHand = story.submissions.some(({ channel }) => channel !== 'online')
  return [
    {
      at: atOffice(on, 12),
      async run() {
        if (!online) return
        const path = await writeProposalFile(story, folder)
        await importsService.commit({ processId, path, choices: {}, target: 'decidim-proposals' }, call)
      },
    },
    {
      at: atOffice(on, 31),
      async run() {
        if (byHand) {
          const path = await writeRegisterFile(story, folder)
          await importsService.commit(
            {
              processId,
              path,
              choices: {},
              target: 'table',
              mapping: registerMapping,
              rememberMappingAs: 'Registre des dépôts',
            },
            call,
          )
        }
        await scene.findSubmissions()
      },
    },
    citizenWords(scene, atOffice(on, 48)),
    {
      at: atOffice(on, 95),
      async run() {
        const half = story.submissions.filter((_submission, index) => index % 2 === 0)
        for (const [turn, group] of [half, story.submissions.filter((one) => !half.includes(one))].entries())
          await submissionsService.assign(
            {
              submissionIds: group.map(({ externalId }) => scene.submissionId(externalId)),
              assigneeId: cast.as('moderator', { turn }).actor().id,
            },
            cast.as('manager'),
          )
      },
    },
  ]
}

/** Comments and meetings of later phases, exported again from the platform once the vote is over. */
export function lateImportActs(scene: Scene): readonly Act[] {
  return [citizenWords(scene, atOffice(shiftDay(phaseDays(scene.story, 'vote').closesOn, 1), 15))]
}

function citizenWords(scene: Scene, at: string): Act {
  const { story, cast, processId, folder } = scene
  const call = cast.as('moderator')
  return {
    at,
    async run() {
      if (story.meetings.some(({ startsAt }) => startsAt < at)) {
        const path = await writeMeetingFile(story, folder, at)
        await importsService.commit({ processId, path, choices: {}, target: 'decidim-meetings' }, call)
      }
      if (story.comments.some(({ createdAt }) => createdAt < at)) {
        const path = await writeCommentFile(story, folder, at)
        await importsService.commit({ processId, path, choices: {}, target: 'decidim-comments' }, call)
      }
    },
  }
}
