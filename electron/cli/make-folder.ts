import { mkdir } from 'node:fs/promises'
import { AppError } from '../../shared/errors/app-error.ts'

/** Makes a folder where there is none. Refuses `place-read-only`. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new AppError('place-read-only', { folder }, { cause: error })
  })
}
