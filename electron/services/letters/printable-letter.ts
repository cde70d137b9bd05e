import type { Kysely } from 'kysely'
import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { LetterHead } from '../../../shared/read-models/letter.ts'
import type { Database } from '../../data/database.ts'
import { headsOf, type LetterRecord, referencesOf } from '../../data/letters/letter.repository.ts'
import type { DocumentFormats } from '../../exports/documents/formats.ts'
import type { PrintableLetter } from '../../exports/letters/build-letters.ts'

/** A letter with the way to reach its reader, before it is a file. */
export interface FinalLetter extends PrintableLetter {
  readonly recipientEmail: string
}

/** The name above an address; who gave none is called by what they brought. */
export function nameOnEnvelope(name: string | null, reference: string): string {
  return name === null || name.trim() === ''
    ? letterTexts.noName.replace('{{reference}}', () => reference)
    : name.trim()
}

/** Letters that were made, as they were made. */
export async function madeLetters(
  db: Kysely<Database>,
  records: readonly LetterRecord[],
  formats: DocumentFormats,
): Promise<readonly FinalLetter[]> {
  const heads = await headsOf(
    db,
    records.map((record) => record.head_id),
  )
  const references = await referencesOf(
    db,
    records.map((record) => record.submission_id),
  )
  return records.map((record) => ({
    reference: references.get(record.submission_id) ?? '',
    recipientName: record.recipient_name,
    recipientAddress: record.recipient_address,
    recipientEmail: record.recipient_email,
    subject: record.subject,
    body: record.body,
    appeal: record.appeal,
    writtenOn: record.written_on === null ? '' : formats.day(record.written_on),
    head: heads.get(record.head_id ?? '') ?? emptyHead,
  }))
}

const emptyHead: LetterHead = {
  communeName: '',
  service: '',
  sender: [],
  place: '',
  signature: [],
  accentColor: '#1b1f22',
  logo: null,
}
