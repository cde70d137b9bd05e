import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ReadingChoices } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { headMentions, looksLikeZip, openArchive, unpackEntry } from './archive.ts'
import { csvFormat } from './csv.format.ts'
import type { ImportFormat, OpenedTable, ScannedFile } from './import-format.ts'
import { jsonFormat } from './json.format.ts'
import { odsFormat } from './ods.format.ts'
import { scanFile } from './scan-file.ts'
import { xlsxFormat } from './xlsx.format.ts'

const readable = /\.(csv|xlsx|json|txt|tsv)$/i

/** The archive that Decidim sends: every table in it, at any depth, is one of its sheets. */
export const zipFormat: ImportFormat = {
  id: 'zip',
  extensions: ['zip'],
  recognises: (file) =>
    looksLikeZip(file.head) &&
    !headMentions(file.head, 'xl/workbook.xml') &&
    !headMentions(file.head, 'opendocument'),

  async open(file: ScannedFile, choices: ReadingChoices, signal: AbortSignal): Promise<OpenedTable> {
    const archive = await openArchive(file.path, file.fileName)
    // Some programs write an office file so that only the directory at its end tells what it is.
    const office = archive.entries.some((entry) => entry.fileName === 'xl/workbook.xml')
      ? xlsxFormat
      : archive.entries.some((entry) => entry.fileName === 'content.xml')
        ? odsFormat
        : undefined
    if (office !== undefined) {
      archive.close()
      return office.open(file, choices, signal)
    }
    const folder = await mkdtemp(join(tmpdir(), 'parvis-archive-'))
    const clean = () => rm(folder, { recursive: true, force: true })
    try {
      const tables = archive.entries.filter(
        (entry) =>
          readable.test(entry.fileName) &&
          !entry.fileName.startsWith('__MACOSX/') &&
          entry.uncompressedSize > 0,
      )
      const wanted =
        choices.sheet ?? (tables.find((entry) => /propos/i.test(entry.fileName)) ?? tables[0])?.fileName
      const entry = tables.find((candidate) => candidate.fileName === wanted)
      if (entry === undefined) throw new AppError('archive-without-table', { file: file.fileName })
      // The name inside the archive may hold any path: only its last part is used, in a folder of our own.
      const target = join(folder, basename(entry.fileName.replaceAll('\\', '/')) || 'table.csv')
      await unpackEntry(archive, entry, target, signal)
      const inner = await scanFile(target, signal)
      const format = [xlsxFormat, jsonFormat, csvFormat].find((candidate) => candidate.recognises(inner))
      if (format === undefined) throw new AppError('format-unknown', { file: entry.fileName })
      const table = await format.open(inner, { ...choices, sheet: undefined }, signal)
      return {
        ...table,
        format: `zip/${table.format}`,
        sheets: tables.map((candidate) => candidate.fileName),
        sheet: entry.fileName,
        rows: (rowSignal) => table.rows(rowSignal),
        async close() {
          await table.close()
          await clean()
        },
      }
    } catch (error) {
      await clean()
      if (error instanceof AppError) throw error
      throw new AppError('archive-damaged', { file: file.fileName }, { cause: error })
    } finally {
      archive.close()
    }
  },
}
