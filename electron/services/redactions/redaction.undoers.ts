import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { findSealedState, getPicture, replacePictureState } from '../../data/redactions/picture.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'
import { newId } from '../new-id.ts'
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

const pictureBefore = z.object({ attachmentId: z.string(), sealedId: z.string() })
const pictureAfter = z.object({ sha256: z.string() })

/** Shows the picture that was shown before; refuses when it has been changed or taken away since. */
const undoPicture: Undoer = async (change, entries) => {
  for (const entry of entries) {
    const before = pictureBefore.parse(JSON.parse(entry.before ?? '{}'))
    const after = pictureAfter.parse(JSON.parse(entry.after ?? '{}'))
    const state = await findSealedState(change.trx, before.sealedId)
    const shown = state === undefined ? undefined : await getPicture(change.trx, before.attachmentId)
    if (state === undefined || shown?.sha256 !== after.sha256)
      throw new AppError('undo-overtaken', { object: entry.object_label })
    await replacePictureState(change.trx, shown, state, { id: newId(), at: change.at })
  }
}

/** Acts of masking and of showing again that Ctrl+Z takes back. */
export const redactionUndoers: Readonly<Record<string, Undoer>> = {
  'redaction.mask': undoer('after', removeRedaction),
  'redaction.lift': undoer('before', restoreRedaction),
  'redaction.blur-picture': undoPicture,
  'redaction.show-picture': undoPicture,
}
