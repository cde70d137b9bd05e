import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { importsService } from '../imports/imports.service.ts'
import { processesService } from '../processes/processes.service.ts'
import type { Act, Scene } from './act.ts'
import { writeDistrictFile } from './story-files.ts'
import { atOffice, phaseDays, shiftDay } from './timetable.ts'

const timeZone = 'Europe/Paris'

/** Sets the démarche up in the weeks before the deposit opens: settings, phases, themes, districts, rules. */
export function settingActs(scene: Scene, until: 'submission' | 'results'): readonly Act[] {
  const { story, cast, processId, folder } = scene
  const call = cast.administrator
  const before = shiftDay(phaseDays(story, 'submission').opensOn, -14)
  const current = () => getProcess(call.database.reader, processId)
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      const process = await current()
      return processesService.update(
        {
          processId,
          version: process.version,
          title: story.title,
          edition: story.edition,
          referencePrefix: story.referencePrefix,
          communeName: story.communeName,
          inseeCode: story.inseeCode,
          contact: story.contact,
          signatureBlock: story.signatureBlock,
          accentColor: story.accentColor,
          envelope: cents(story.envelopeCents),
          projectCap: story.projectCapCents === null ? null : cents(story.projectCapCents),
          publishedCostStep: process.publishedCostStep,
          // Both tell of the end; a story that stops at the deposit keeps the usual words.
          foreword: until === 'results' ? story.foreword : process.foreword,
          votingInstructions: until === 'results' ? story.votingInstructions : process.votingInstructions,
          votersCount: null,
          departments: [...story.departments],
        },
        call,
      )
    },
    async () =>
      processesService.savePhases(
        {
          processId,
          version: (await current()).version,
          phases: story.phases.map((phase) => ({
            kind: phase.kind,
            opensAt: startOfLocalDay(phase.opensOn, timeZone),
            closesAt: startOfLocalDay(phase.closesOn, timeZone, 1),
          })),
        },
        call,
      ),
    async () =>
      processesService.saveThemes(
        { processId, version: (await current()).version, themes: story.themes },
        call,
      ),
    async () => {
      const path = await writeDistrictFile(story, folder)
      return importsService.commit({ processId, path, choices: {}, target: 'districts' }, call)
    },
    async () => {
      const process = await current()
      return processesService.saveRulebook(
        {
          processId,
          version: process.version,
          text: story.rules,
          criteria: [...process.rulebook.criteria],
        },
        call,
      )
    },
  ]
  return steps.map((run, index) => ({
    at: atOffice(before, 20 + index * 25),
    run: async () => {
      await run()
    },
  }))
}
