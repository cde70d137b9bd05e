import type { lettersContract } from '../../../shared/contract/letters.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  deleteLetters,
  getLetters,
  type LetterRecord,
  updateLetters,
} from '../../data/letters/letter.repository.ts'
import { findDecidable } from '../../data/submissions/submission.repository.ts'
import type { Change, Service } from '../call.ts'
import { about } from '../submissions/on-submission.ts'
import { letterTopics } from './letter-topics.ts'

/** What became of letters that were made: they went, or they are taken back. */
export const markLetters: Pick<Service<typeof lettersContract>, 'markSent' | 'withdraw'> = {
  markSent: (input, call) =>
    call.change(letterTopics, async (change) => {
      const letters = (await getLetters(change.trx, input.letterIds)).filter(
        (letter) => letter.produced_at !== null && letter.sent_on !== input.sentOn,
      )
      await updateLetters(
        change.trx,
        letters.map(({ id }) => id),
        { sent_on: input.sentOn, sent_by_name: input.sentOn === null ? null : change.person.name },
      )
      await recordEach(change, letters, (letter) => ({
        action: 'letter.mark-sent',
        before: { letterId: letter.id, sentOn: letter.sent_on, sentByName: letter.sent_by_name },
        after: { letterId: letter.id, letterKind: letter.kind, sentOn: input.sentOn },
      }))
      return { marked: letters.length }
    }),

  withdraw: (input, call) =>
    call.change(letterTopics, async (change) => {
      const letters = await getLetters(change.trx, input.letterIds)
      await refuseSent(change, letters)
      await deleteLetters(
        change.trx,
        letters.map(({ id }) => id),
      )
      await recordEach(change, letters, (letter) => ({
        action: 'letter.withdraw',
        before: { letterId: letter.id, letterKind: letter.kind, letterChannel: letter.channel },
        after: { letterId: null },
      }))
      return { withdrawn: letters.length }
    }),
}

/** Refuses `letter-sent` when one of these letters went already: what a citizen has read is not taken back. */
export async function refuseSent(change: Change, letters: readonly LetterRecord[]): Promise<void> {
  const sent = letters.find((letter) => letter.sent_on !== null)
  if (sent === undefined) return
  const [submission] = await findDecidable(change.trx, [sent.submission_id])
  throw new AppError('letter-sent', { reference: submission?.reference ?? '' })
}

async function recordEach(
  change: Change,
  letters: readonly LetterRecord[],
  entry: (letter: LetterRecord) => {
    readonly action: string
    readonly before: object
    readonly after: object
  },
): Promise<void> {
  const submissions = new Map(
    (
      await findDecidable(
        change.trx,
        letters.map(({ submission_id }) => submission_id),
      )
    ).map((submission) => [submission.id, submission]),
  )
  for (const letter of letters) {
    const submission = submissions.get(letter.submission_id)
    if (submission !== undefined) change.record({ ...about(submission), ...entry(letter) })
  }
}
