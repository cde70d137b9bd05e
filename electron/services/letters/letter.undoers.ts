import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import { deleteLetters, getLetters, updateLetters } from '../../data/letters/letter.repository.ts'
import { findLetterSettings, saveLetterSettings } from '../../data/letters/letter-setting.repository.ts'
import { insertTemplate, listTemplateVersions } from '../../data/letters/letter-template.repository.ts'
import type { Undoer } from '../journal/undoer.ts'
import { newId } from '../new-id.ts'
import { settingsSchema, templateTextSchema } from './journaled-letters.ts'

const made = z.object({ letterId: z.string() })
const marked = z.object({
  letterId: z.string(),
  sentOn: z.string().nullable(),
  sentByName: z.string().nullable(),
})

/** The letters are owed again; the files stay where they were written. */
const undoMake: Undoer = async (change, entries) => {
  const ids = entries.map((entry) => made.parse(JSON.parse(entry.after ?? '{}')).letterId)
  const letters = await getLetters(change.trx, ids)
  const sent = letters.find((letter) => letter.sent_on !== null)
  if (sent !== undefined)
    throw new AppError('undo-overtaken', {
      object: entries.find((entry) => entry.object_id === sent.submission_id)?.object_label ?? '',
    })
  await deleteLetters(change.trx, ids)
}

const undoMark: Undoer = async (change, entries) => {
  const groups = Map.groupBy(
    entries.map((entry) => marked.parse(JSON.parse(entry.before ?? '{}'))),
    ({ sentOn, sentByName }) => JSON.stringify([sentOn, sentByName]),
  )
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    await updateLetters(
      change.trx,
      group.map(({ letterId }) => letterId),
      { sent_on: first.sentOn, sent_by_name: first.sentByName },
    )
  }
}

/** A text is put back by one more version, so that no letter loses the one that it was made of. */
const undoTemplate: Undoer = async (change, entries) => {
  for (const entry of entries) {
    const before = templateTextSchema.parse(JSON.parse(entry.before ?? '{}'))
    const processId = entry.process_id ?? ''
    const topic = { kind: before.letterKind, reason: before.reason }
    const [newest] = await listTemplateVersions(change.trx, processId, topic)
    await insertTemplate(change.trx, {
      id: newId(),
      process_id: processId,
      kind: topic.kind,
      reason: topic.reason ?? '',
      number: (newest?.number ?? 0) + 1,
      subject: before.own ? before.subject : '',
      body: before.own ? before.body : '',
      saved_by_name: change.person.name,
      saved_at: change.at,
    })
  }
}

const undoSettings: Undoer = async (change, entries) => {
  for (const entry of entries) {
    const before = settingsSchema.parse(JSON.parse(entry.before ?? '{}'))
    const present = await findLetterSettings(change.trx, entry.process_id ?? '')
    await saveLetterSettings(change.trx, entry.process_id ?? '', {
      ...before,
      version: present?.version ?? 0,
    })
  }
}

/** Acts about letters that Ctrl+Z takes back. */
export const letterUndoers: Readonly<Record<string, Undoer>> = {
  'letter.make': undoMake,
  'letter.mark-sent': undoMark,
  'letter.save-template': undoTemplate,
  'letter.drop-template': undoTemplate,
  'letter.save-settings': undoSettings,
}
