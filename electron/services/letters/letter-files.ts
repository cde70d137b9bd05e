import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { letterFileName } from '../../../shared/domain/letters/letter-file-name.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { readDocumentFonts } from '../../exports/documents/document-fonts.ts'
import { printLetters } from '../../exports/letters/print-letters.ts'
import { mailDraft } from '../../exports/letters/write-mail-draft.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import type { DossierCall } from '../call.ts'
import type { FinalLetter } from './printable-letter.ts'

/** Letters of one file to print: longer files take long to open. */
const lettersPerFile = 500

/** Where the letters of a batch go, and how. */
export interface LetterFiles {
  readonly folder: string
  readonly commune: string
  readonly single: boolean
  readonly together: boolean
  readonly duplex: boolean
  /** Names the file of everything, without its extension. */
  readonly togetherName: string
}

/** A batch on the disk: the name of each letter's file, in their order. */
export interface WrittenLetters {
  readonly fileNames: readonly string[]
  readonly path: string | null
  readonly pages: number | null
}

/**
 * Makes a folder of its own inside `parent` for a batch, so that no earlier letter is ever written over: its name, else
 * the name and a number. Refuses `folder-missing` and `place-read-only`.
 */
export async function makeBatchFolder(parent: string, name: string): Promise<string> {
  const root = resolve(parent)
  const there = await stat(root).catch(() => undefined)
  if (there?.isDirectory() !== true)
    throw new AppError('folder-missing', { file: basename(root), folder: root, path: root })
  for (let turn = 1; ; turn += 1) {
    const folder = join(root, turn === 1 ? name : `${name} (${turn})`)
    try {
      await mkdir(folder)
      return folder
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EEXIST') continue
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
        throw new AppError('place-read-only', { file: name, folder: root, path: root }, { cause: error })
      throw error
    }
  }
}

/** Takes away the folder of a batch that did not come to its end. */
export async function dropBatchFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

function fileNamesOf(letters: readonly FinalLetter[], extension: string): readonly string[] {
  const taken = new Set<string>()
  return letters.map(({ reference, recipientName }) => {
    let name = letterFileName([reference, recipientName], extension)
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1)
      name = letterFileName([reference, recipientName, String(turn)], extension)
    taken.add(name.toLowerCase())
    return name
  })
}

/** Writes letters as PDF: one file for each, and what is to be printed together. */
export async function writePaperLetters(
  call: DossierCall,
  letters: readonly FinalLetter[],
  files: LetterFiles,
): Promise<WrittenLetters> {
  const fonts = await readDocumentFonts(join(call.ports.paths.resources, 'fonts'))
  const setting = {
    printer: call.ports.printer,
    temporaryFolder: call.ports.paths.temporary,
    signal: call.signal,
    progress: () => undefined,
  }
  const fileNames = fileNamesOf(letters, 'pdf')
  const total = (files.single ? letters.length : 0) + (files.together ? letters.length : 0)
  let done = 0
  let pages = 0
  const write = async (name: string, some: readonly FinalLetter[], duplex: boolean): Promise<string> => {
    call.progress('print', done, total)
    const printed = await printLetters({ letters: some, author: files.commune, duplex, fonts }, setting)
    const path = join(files.folder, name)
    await writeFileAtomically(path, (temporary) => writeFile(temporary, printed.bytes), call.signal)
    done += some.length
    pages += printed.pages
    return path
  }
  if (files.single)
    for (const [index, letter] of letters.entries()) await write(fileNames[index] ?? '', [letter], false)
  let path: string | null = null
  if (files.together) {
    pages = 0
    const parts = Math.ceil(letters.length / lettersPerFile)
    for (let part = 0; part < parts; part += 1) {
      const some = letters.slice(part * lettersPerFile, (part + 1) * lettersPerFile)
      const name = parts === 1 ? files.togetherName : `${files.togetherName} (${part + 1})`
      const written = await write(`${name}.pdf`, some, files.duplex)
      path ??= written
    }
  }
  return {
    fileNames: files.single ? fileNames : letters.map(() => (path === null ? '' : basename(path))),
    path,
    pages,
  }
}

/** Writes letters as drafts of e-mails, one file for each. */
export async function writeMailLetters(
  call: DossierCall,
  letters: readonly FinalLetter[],
  folder: string,
): Promise<WrittenLetters> {
  const fileNames = fileNamesOf(letters, 'eml')
  for (const [index, letter] of letters.entries()) {
    if (index % 20 === 0) call.progress('write', index, letters.length)
    const bytes = await mailDraft(letter)
    await writeFileAtomically(
      join(folder, fileNames[index] ?? ''),
      (temporary) => writeFile(temporary, bytes),
      call.signal,
    )
  }
  return { fileNames, path: null, pages: null }
}
