import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { shiftStory } from '../../../shared/domain/demonstration/shift-story.ts'
import type { Story } from '../../../shared/domain/demonstration/story.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { submissionSources, submissionsByExternalId } from '../../data/imports/import.repository.ts'
import { listProcesses } from '../../data/processes/process.repository.ts'
import type { Ports } from '../../ports.ts'
import type { AppCall } from '../call.ts'
import { createDossier } from '../dossiers/create-dossier.ts'
import type { Act, Scene } from './act.ts'
import { administratorOf, createCast } from './cast.ts'
import { importActs, lateImportActs } from './import-acts.ts'
import { moderationActs } from './moderation-acts.ts'
import { paperActs } from './paper-acts.ts'
import { projectActs } from './project-acts.ts'
import { demonstrationFolder, readStory } from './read-story.ts'
import { settingActs } from './setting-acts.ts'
import { studyActs } from './study-acts.ts'
import { atOffice, phaseDays, shiftDay } from './timetable.ts'

/** How far a demonstration goes: everything still to moderate, at today's dates; or told to its end, at its own. */
export type DemonstrationEnd = 'submission' | 'results'

/**
 * Makes the dossier of a demonstration story at a path by playing it: every act goes through the real services, by
 * the person who would do it, at the instant when they did. Refuses `not-found` where the story is not shipped;
 * refused or cancelled, it leaves no file.
 */
export async function buildDemonstration(
  call: AppCall,
  name: string,
  path: string,
  until: DemonstrationEnd = 'results',
): Promise<void> {
  const { paths } = call.ports
  const whole = readStory(paths, name)
  const story =
    until === 'results' ? whole : shiftStory(whole, localDayOf(call.ports.clock.now(), 'Europe/Paris'))
  let now = atOffice(shiftDay(phaseDays(story, 'submission').opensOn, -21), 0)
  const ports: Ports = { ...call.ports, clock: { now: () => now } }
  const folder = await mkdtemp(join(paths.temporary, 'parvis-demonstration-'))
  try {
    await createDossier({ ...call, ports }, head(story), async (database, creator) => {
      const cast = await createCast(call, ports, database, path, creator, story)
      const [process] = await listProcesses(database.reader)
      if (process === undefined) throw new AppError('not-found', { object: 'process' })
      let known: ReadonlyMap<string, string> = new Map()
      const scene: Scene = {
        story,
        cast,
        processId: process.id,
        folder,
        picturesFolder: join(demonstrationFolder(paths), 'pictures'),
        submissionId(externalId) {
          const id = known.get(externalId)
          if (id === undefined) throw new AppError('not-found', { object: `submission ${externalId}` })
          return id
        },
        async findSubmissions() {
          const externalIds = story.submissions.map((submission) => submission.externalId)
          const sources = await submissionSources(database.reader, process.id)
          known = await submissionsByExternalId(database.reader, process.id, sources, externalIds)
        },
      }
      const acts = actsOf(scene, until)
      for (const [index, act] of acts.entries()) {
        // A turn of the loop between two acts lets a cancellation arrive.
        await nextTurn()
        if (call.signal.aborted) throw new AppError('cancelled')
        call.progress('demonstration', index, acts.length)
        now = act.at
        await act.run()
      }
      call.progress('demonstration', acts.length, acts.length)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  function head(told: Story): Parameters<typeof createDossier>[1] {
    return {
      path,
      language: 'fr',
      demonstration: true,
      title: told.title,
      kind: 'participatory-budget',
      personName: administratorOf(told).name,
      communeName: told.communeName,
      inseeCode: told.inseeCode,
      envelope: null,
      districts: [],
      submissionOpensOn: null,
      submissionClosesOn: null,
      referencePrefix: told.referencePrefix,
    }
  }
}

/** The acts of a story in the order of their instants; those of one instant in the order in which they are told. */
function actsOf(scene: Scene, until: DemonstrationEnd): readonly Act[] {
  const acts = [...settingActs(scene, until), ...importActs(scene), ...paperActs(scene, until)]
  if (until === 'results') {
    acts.push(...moderationActs(scene), ...studyActs(scene), ...projectActs(scene), ...lateImportActs(scene))
  }
  return acts.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}
