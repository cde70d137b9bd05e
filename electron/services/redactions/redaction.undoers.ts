import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Undoer } from '../journal/undoer.ts'
import { liftRedaction } from './lift-redaction.ts'

const masked = z.object({ redactionId: z.string() })

/** Shows masked words again; refuses when somebody has done so already. */
const undoMask: Undoer = async (change, entries, dialect) => {
  for (const entry of entries) {
    const { redactionId } = masked.parse(JSON.parse(entry.after ?? '{}'))
    try {
      await liftRedaction(change, dialect, redactionId)
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found')
        throw new AppError('undo-overtaken', { object: entry.object_label })
      throw error
    }
  }
}

/** Acts of masking that Ctrl+Z takes back. */
export const redactionUndoers: Readonly<Record<string, Undoer>> = { 'redaction.mask': undoMask }
