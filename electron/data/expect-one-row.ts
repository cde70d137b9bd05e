import type { UpdateResult } from 'kysely'
import { AppError } from '../../shared/errors/app-error.ts'

/** Optimistic locking: an update by id and version that met no row was overtaken. Refuses `changed-meanwhile`. */
export function expectOneRow(result: UpdateResult): void {
  if (result.numUpdatedRows !== 1n) throw new AppError('changed-meanwhile')
}
