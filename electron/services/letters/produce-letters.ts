import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { lettersContract } from '../../../shared/contract/letters.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import {
  deleteLetters,
  getLetters,
  insertLetters,
  keepHead,
  letterKeyOf,
  lettersByKey,
} from '../../data/letters/letter.repository.ts'
import { matchingLetters } from '../../data/letters/letter-list.query.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { letterFormats } from './compose-letter.ts'
import {
  dropBatchFolder,
  type LetterFiles,
  makeBatchFolder,
  type WrittenLetters,
  writeMailLetters,
  writePaperLetters,
} from './letter-files.ts'
import { letterSettingAt } from './letter-setting.ts'
import { currentHead } from './letter-settings.ts'
import { letterTopics } from './letter-topics.ts'
import { type LetterToMake, lettersToMake, madeColumnsOf } from './owed-letters.ts'
import { answersForPlatform } from './platform-letters.ts'
import { madeLetters } from './printable-letter.ts'

/** The mail merge, and the same letters again later. */
export const produceLetters: Pick<Service<typeof lettersContract>, 'produce' | 'reprint'> = {
  async produce(input, call) {
    const person = call.actor()
    const { reader } = call.database
    const { filter, channel } = input
    const setting = await letterSettingAt(reader, filter.processId, call.ports.clock.now())
    const head = await currentHead(reader, setting.process, setting.settings)
    const ids =
      input.submissionIds ??
      (await matchingLetters(call.database, { ...filter, state: 'to-write', channels: [channel] }))
        .submissionIds
    const { letters, unreachable } = await lettersToMake(reader, setting, head, {
      submissionIds: ids,
      kinds: filter.kinds,
      channel,
    })
    if (letters.length === 0) throw new AppError('no-letter-to-make')
    const t = createTranslator(await spokenLanguage(call.ports))
    const folder = await makeBatchFolder(
      input.folder,
      t(`letters.folderName.${channel}`, { day: setting.writtenOn }),
    )
    try {
      const files: LetterFiles = {
        folder,
        commune: setting.process.communeName,
        single: input.single || !input.together,
        together: input.together,
        duplex: input.duplex,
        togetherName: t('letters.togetherName'),
      }
      const { made, written } = await writeBatch(call, filter.processId, letters, channel, files)
      await remember(call, setting, made, written, channel, person.name)
      return { folder, path: written.path, letters: made.length, pages: written.pages, unreachable }
    } catch (error) {
      await dropBatchFolder(folder)
      throw error
    }
  },

  async reprint(input, call) {
    const { reader } = call.database
    const records = await getLetters(reader, input.letterIds)
    const made = records.filter((record) => record.produced_at !== null)
    const [first] = made
    if (first === undefined) throw new AppError('no-letter-to-make')
    const process = await getProcess(reader, first.process_id)
    const letters = await madeLetters(reader, made, letterFormats(process))
    const t = createTranslator(await spokenLanguage(call.ports))
    const folder = await makeBatchFolder(
      input.folder,
      t('letters.folderName.again', { day: call.ports.clock.now().slice(0, 10) }),
    )
    try {
      const mails = letters.filter((_letter, index) => made[index]?.channel === 'email')
      const papers = letters.filter((_letter, index) => made[index]?.channel !== 'email')
      const files: LetterFiles = {
        folder,
        commune: process.communeName,
        single: true,
        together: papers.length > 1,
        duplex: true,
        togetherName: t('letters.togetherName'),
      }
      const mailFolder =
        papers.length > 0 && mails.length > 0 ? join(folder, t('letters.mailFolder')) : folder
      if (mails.length > 0) {
        await mkdir(mailFolder, { recursive: true })
        await writeMailLetters(call, mails, mailFolder)
      }
      const written = papers.length > 0 ? await writePaperLetters(call, papers, files) : undefined
      const only =
        written !== undefined && papers.length === 1 ? join(folder, written.fileNames[0] ?? '') : null
      return {
        folder,
        path: written?.path ?? only,
        letters: letters.length,
        pages: written?.pages ?? null,
        unreachable: [],
      }
    } catch (error) {
      await dropBatchFolder(folder)
      throw error
    }
  },
}

/** Writes the files of a batch; answers which letters are in them. */
async function writeBatch(
  call: DossierCall,
  processId: string,
  letters: readonly LetterToMake[],
  channel: 'post' | 'email' | 'platform',
  files: LetterFiles,
): Promise<{ readonly made: readonly LetterToMake[]; readonly written: WrittenLetters }> {
  const finals = letters.map(({ final }) => final)
  switch (channel) {
    case 'post':
      return { made: letters, written: await writePaperLetters(call, finals, files) }
    case 'email':
      return { made: letters, written: await writeMailLetters(call, finals, files.folder) }
    case 'platform':
      return answersForPlatform(call, processId, letters, files.folder)
  }
}

/** Remembers letters as they were made, in one act. Refuses `letter-made` when somebody was faster. */
async function remember(
  call: DossierCall,
  setting: Awaited<ReturnType<typeof letterSettingAt>>,
  letters: readonly LetterToMake[],
  written: WrittenLetters,
  channel: 'post' | 'email' | 'platform',
  by: string,
): Promise<void> {
  const [firstLetter] = letters
  if (firstLetter === undefined) return
  await call.change(letterTopics, async (change) => {
    const headId = await keepHead(change.trx, firstLetter.final.head)
    const known = await lettersByKey(
      change.trx,
      letters.map(({ facts }) => facts.submissionId),
    )
    const drafts: string[] = []
    for (const { facts, draft } of letters) {
      const row = known.get(letterKeyOf({ ...facts, submission_id: facts.submissionId }))
      // Made, or written anew, while the files were on their way: the whole batch starts over.
      if (row !== undefined && (row.produced_at !== null || row.version !== draft?.version))
        throw new AppError('letter-made', { reference: facts.reference })
      if (row !== undefined) drafts.push(row.id)
    }
    await deleteLetters(change.trx, drafts)
    const rows = letters.map((letter, index) => ({
      id: newId(),
      process_id: setting.process.id,
      submission_id: letter.facts.submissionId,
      kind: letter.facts.kind,
      event: letter.facts.event,
      ...madeColumnsOf(letter, setting, {
        headId,
        channel,
        fileName: basename(written.fileNames[index] ?? ''),
        at: change.at,
        by,
      }),
      sent_on: null,
      sent_by_name: null,
    }))
    await insertLetters(change.trx, rows)
    for (const [index, { facts, draft }] of letters.entries())
      change.record({
        action: 'letter.make',
        objectKind: 'submission',
        objectId: facts.submissionId,
        objectLabel: `${facts.reference} ${facts.title}`,
        processId: setting.process.id,
        before:
          draft === undefined
            ? undefined
            : { subject: draft.subject, body: draft.body, channel: draft.channel },
        after: { letterId: rows[index]?.id ?? '', letterKind: facts.kind, letterChannel: channel },
      })
  })
}
