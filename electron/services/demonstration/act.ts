import type { Story } from '../../../shared/domain/demonstration/story.ts'
import type { Cast } from './cast.ts'

/** Something that somebody did, at its instant. */
export interface Act {
  readonly at: string
  run(): Promise<void>
}

/** What the acts of a story share: who plays, where, and what was found on the way. */
export interface Scene {
  readonly story: Story
  readonly cast: Cast
  readonly processId: string
  /** Folder for the files that the story imports; removed afterwards. */
  readonly folder: string
  readonly picturesFolder: string
  /** Id of a submission by the story's own number. Refuses `not-found` before it was imported. */
  submissionId(externalId: string): string
  /** Looks the submissions up again, after an import. */
  findSubmissions(): Promise<void>
}
