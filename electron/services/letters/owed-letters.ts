import type { Insertable, Kysely } from 'kysely'
import {
  channelsOf,
  type LetterChannel,
  type LetterKind,
} from '../../../shared/domain/letters/letter-kind.ts'
import type { LetterHead } from '../../../shared/read-models/letter.ts'
import type { Database, LetterTable } from '../../data/database.ts'
import { type LetterRecord, letterKeyOf, lettersByKey } from '../../data/letters/letter.repository.ts'
import { type LetterFacts, owedFacts } from '../../data/letters/letter-facts.query.ts'
import { chunked } from '../../data/submissions/submission.repository.ts'
import { composeLetter, type LetterSetting } from './compose-letter.ts'
import { type FinalLetter, nameOnEnvelope } from './printable-letter.ts'

/** A letter about to be made: its final words and what will be remembered of it. */
export interface LetterToMake {
  readonly facts: LetterFacts
  readonly draft: LetterRecord | undefined
  readonly final: FinalLetter
  readonly template: Pick<LetterTable, 'template_reason' | 'template_number'>
}

/** The letters owed to these proposals with their final words, and who cannot be reached this way, by reference. */
export async function lettersToMake(
  db: Kysely<Database>,
  setting: LetterSetting,
  head: LetterHead,
  wanted: {
    readonly submissionIds: readonly string[]
    readonly kinds: readonly LetterKind[] | undefined
    readonly channel: LetterChannel
  },
): Promise<{ readonly letters: readonly LetterToMake[]; readonly unreachable: readonly string[] }> {
  const letters: LetterToMake[] = []
  const unreachable: string[] = []
  for (const chunk of chunked(wanted.submissionIds, 500)) {
    const facts = (await owedFacts(db, setting.process.id, chunk)).filter(
      ({ kind }) => wanted.kinds === undefined || wanted.kinds.length === 0 || wanted.kinds.includes(kind),
    )
    const known = await lettersByKey(
      db,
      facts.map(({ submissionId }) => submissionId),
    )
    for (const fact of facts) {
      if (
        channelsOf({ ...fact, email: fact.authorEmail, address: fact.authorAddress }).includes(wanted.channel)
      )
        letters.push(
          letterToMake(
            fact,
            known.get(letterKeyOf({ ...fact, submission_id: fact.submissionId })),
            setting,
            head,
          ),
        )
      else unreachable.push(fact.reference)
    }
  }
  return { letters, unreachable }
}

/** Final words: those of the draft where somebody changed them, else those of the text in force. */
export function letterToMake(
  facts: LetterFacts,
  draft: LetterRecord | undefined,
  setting: LetterSetting,
  head: LetterHead,
): LetterToMake {
  const composed = composeLetter(facts, setting)
  return {
    facts,
    draft,
    template: {
      template_reason: draft?.template_reason ?? composed.templateReason ?? '',
      template_number: draft?.template_number ?? composed.templateNumber,
    },
    final: {
      reference: facts.reference,
      recipientName: nameOnEnvelope(facts.authorName, facts.reference),
      recipientAddress: facts.authorAddress ?? '',
      recipientEmail: facts.authorEmail ?? '',
      subject: draft?.subject ?? composed.subject,
      body: draft?.body ?? composed.body,
      appeal: composed.appeal,
      writtenOn: setting.formats.day(setting.writtenOn),
      head,
    },
  }
}

/** The columns that remember a letter as it was made. */
export function madeColumnsOf(
  { final, template }: LetterToMake,
  setting: LetterSetting,
  made: {
    readonly headId: string
    readonly channel: LetterChannel
    readonly fileName: string
    readonly at: string
    readonly by: string
  },
) {
  return {
    ...template,
    subject: final.subject,
    body: final.body,
    appeal: final.appeal,
    head_id: made.headId,
    recipient_name: final.recipientName,
    recipient_address: final.recipientAddress,
    recipient_email: final.recipientEmail,
    channel: made.channel,
    written_on: setting.writtenOn,
    file_name: made.fileName,
    produced_at: made.at,
    produced_by_name: made.by,
    saved_by_name: made.by,
    saved_at: made.at,
  } satisfies Partial<Insertable<LetterTable>>
}
