import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import { getProject } from '../../data/projects/project.repository.ts'
import { listVisas, standingVisa, takenBack, voidVisa } from '../../data/projects/visa.repository.ts'
import type { Undoer } from '../journal/undoer.ts'
import { voidOutdatedVisas } from './void-outdated-visas.ts'

const signed = z.object({ visaId: z.string() })

/** Takes a signature back: the visa before it speaks again, unless the figures under that one have changed (I7). */
const undoSign: Undoer = async (change, entries) => {
  for (const entry of entries) {
    const project = await getProject(change.trx, entry.object_id ?? '')
    const standing = standingVisa(await listVisas(change.trx, project.id))
    const mine = signed.safeParse(JSON.parse(entry.after ?? '{}')).data?.visaId
    if (project.stage !== 'awaiting-visa' || standing?.id !== mine || standing?.voided_at !== null)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await voidVisa(change.trx, standing.id, change.at, takenBack)
    await voidOutdatedVisas(change, project.id, 'study.save-costs')
  }
}

/** Acts of finance that Ctrl+Z takes back, until the list is settled. */
export const visaUndoers: Readonly<Record<string, Undoer>> = { 'visa.sign': undoSign }
