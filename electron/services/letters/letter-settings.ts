import type { Kysely } from 'kysely'
import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { LetterHead, LetterSettings } from '../../../shared/read-models/letter.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { getAttachmentContent } from '../../data/attachments/attachment.repository.ts'
import type { Database } from '../../data/database.ts'
import { findLetterSettings } from '../../data/letters/letter-setting.repository.ts'

/** How a démarche writes: what was said, else what fits any town hall. */
export async function letterSettings(db: Kysely<Database>, process: ProcessDetail): Promise<LetterSettings> {
  return (
    (await findLetterSettings(db, process.id)) ?? {
      service: letterTexts.service,
      sender: '',
      place: process.communeName,
      signature: letterTexts.signature,
      replyDays: 15,
      appealNotice: false,
      appeal: letterTexts.appeal,
      electoralRestraint: false,
      version: 0,
    }
  )
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A neutral ink, for the months in which a town hall says nothing of itself. */
const restrainedInk = '#1b1f22'

/** The letterhead of today. Under electoral restraint the service signs, and no elected person is named. */
export async function currentHead(
  db: Kysely<Database>,
  process: ProcessDetail,
  settings: LetterSettings,
): Promise<LetterHead> {
  const signers = settings.electoralRestraint ? [settings.service] : linesOf(process.signatureBlock)
  return {
    communeName: process.communeName,
    service: settings.service,
    sender: linesOf(settings.sender),
    place: settings.place.trim() === '' ? process.communeName : settings.place.trim(),
    // A signature that says itself for whom it stands needs no formula above it.
    signature: [/^pour /i.test(signers[0] ?? '') ? '' : settings.signature, ...signers].filter(
      (line) => line.trim() !== '',
    ),
    accentColor: settings.electoralRestraint ? restrainedInk : process.accentColor,
    logo: await logoOf(db, process.logoAttachmentId),
  }
}

async function logoOf(db: Kysely<Database>, attachmentId: string | null): Promise<string | null> {
  if (attachmentId === null) return null
  const { mediaType, bytes } = await getAttachmentContent(db, attachmentId)
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}
