import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Story, storySchema } from '../../../shared/domain/demonstration/story.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { AppCall } from '../call.ts'
import { createDossier } from '../dossiers/create-dossier.ts'

/** Makes the dossier of a demonstration story at a path. Refuses `not-found` where the story is not shipped. */
export async function buildDemonstration(call: AppCall, name: string, path: string): Promise<void> {
  const story = readStory(join(call.ports.paths.resources, 'demonstration', `${name}.json`))
  const author = story.people[0]
  if (author === undefined) throw new AppError('not-found', { object: 'person' })
  await createDossier(call, {
    path,
    language: 'fr',
    title: story.title,
    kind: 'participatory-budget',
    personName: author.name,
    communeName: story.communeName,
    inseeCode: story.inseeCode,
    envelope: null,
    districts: story.districts.map((district) => district.name),
    submissionOpensOn: null,
    submissionClosesOn: null,
    referencePrefix: story.referencePrefix,
  })
}

function readStory(path: string): Story {
  if (!existsSync(path)) throw new AppError('not-found', { object: 'demonstration' })
  return storySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}
