import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Story, storySchema } from '../../../shared/domain/demonstration/story.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { AppPaths } from '../../ports.ts'

/** Where the stories and their pictures are shipped. */
export function demonstrationFolder(paths: AppPaths): string {
  return join(paths.resources, 'demonstration')
}

/** A story by its name. Refuses `not-found` where it is not shipped. */
export function readStory(paths: AppPaths, name: string): Story {
  const path = join(demonstrationFolder(paths), `${name}.json`)
  if (!existsSync(path)) throw new AppError('not-found', { object: 'demonstration' })
  return storySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}
