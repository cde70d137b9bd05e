import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { removeRedaction, restoreRedaction } from './lift-redaction.ts'

const named = z.object({ redactionId: z.string() })

/** Takes acts back one by one, the last first; refuses when somebody has masked or shown the words since. */
function undoer(
  side: 'before' | 'after',
  takeBack: (change: Change, dialect: DialectFeatures, redactionId: string) => Promise<void>,
): Undoer {
  return async (change, entries, dialect) => {
    for (const entry of entries.toReversed()) {
      const { redactionId } = named.parse(JSON.parse(entry[side] ?? '{}'))
      try {
        await takeBack(change, dialect, redactionId)
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found')
          throw new AppError('undo-overtaken', { object: entry.object_label })
        throw error
      }
    }
  }
}

/** Acts of masking and of showing again that Ctrl+Z takes back. */
export const redactionUndoers: Readonly<Record<string, Undoer>> = {
  'redaction.mask': undoer('after', removeRedaction),
  'redaction.lift': undoer('before', restoreRedaction),
}
