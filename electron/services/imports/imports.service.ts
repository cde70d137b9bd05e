import type { ParsedInputOf } from '../../../shared/contract/define-contract.ts'
import type { importsContract } from '../../../shared/contract/imports.contract.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import {
  findMapping,
  insertBatch,
  listBatches,
  putMapping,
  updateBatch,
} from '../../data/imports/import.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { importFormats } from '../../imports/formats/index.ts'
import { type OpenedImport, openImport } from '../../imports/import-reader.ts'
import { headerSignature } from '../../imports/table/guess-mapping.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { writeRejections } from './export-rejections.ts'
import { runImport } from './run-import.ts'

const topics = [
  'imports',
  'submissions',
  'map',
  'addresses',
  'projects',
  'processes',
  'finance',
  'reports',
  'letters',
  'journal',
  'dossiers',
  'team',
  'progress',
] as const
/** Rejections that travel to the window; the workbook holds all. */
const shownRejections = 1_000

type ImportRequest = ParsedInputOf<(typeof importsContract)['preview']>

async function open(call: DossierCall, input: ImportRequest): Promise<OpenedImport> {
  const opened = await openImport(
    input.path,
    { choices: input.choices, target: input.target, mapping: input.mapping, locale: input.locale },
    call.signal,
  )
  if (input.mapping !== undefined || opened.inspection.target !== 'table') return opened
  // A table of a layout that was mapped once is read the same way again.
  const remembered = await findMapping(call.database.reader, headerSignature(opened.inspection.columns))
  if (remembered === undefined) return opened
  await opened.close()
  return openImport(
    input.path,
    { choices: input.choices, target: 'table', mapping: remembered.mapping },
    call.signal,
  )
}

/** Runs an import or its preview and tells the outcome in the person's language. */
async function outcomeOf(
  call: DossierCall,
  opened: OpenedImport,
  batchId: string | null,
  run: (
    onIssues: (issues: readonly RowIssue[]) => void,
    withdrawalNote: string,
  ) => ReturnType<typeof runImport>,
): Promise<ImportOutcome> {
  const language = await spokenLanguage(call.ports)
  const translate = createTranslator(language)
  const issues: RowIssue[] = []
  const result = await run(
    (found) => issues.push(...found.slice(0, Math.max(0, shownRejections - issues.length))),
    translate('imports.withdrawnOnPlatform'),
  )
  return {
    format: opened.inspection.format,
    target: opened.inspection.target,
    rows: result.created + result.updated + result.unchanged + result.rejected,
    created: result.created,
    updated: result.updated,
    unchanged: result.unchanged,
    rejected: result.rejected,
    rejections: issues.map((issue) => ({
      ...issue,
      message: translate(`imports.issues.${issue.code}`, { column: issue.column }),
    })),
    changes: result.changes,
    notices: [...opened.inspection.notices],
    batchId,
  }
}

/** Rolls an import back that would have written nothing but its own trace. */
class NothingToImport extends Error {}

/** The front door: nothing is written before `commit`, and a commit happens entirely or not at all. */
export const importsService: Service<typeof importsContract> = {
  formats: async () => [
    ...importFormats.map(({ id, extensions }) => ({ id, extensions })),
    { id: 'geojson', extensions: ['geojson'] },
  ],

  async inspect(input, call) {
    const opened = await openImport(input.path, { choices: input.choices }, call.signal)
    await opened.close()
    const remembered =
      opened.inspection.target === 'table'
        ? await findMapping(call.database.reader, headerSignature(opened.inspection.columns))
        : undefined
    return {
      ...opened.inspection,
      mapping: remembered?.mapping ?? opened.inspection.mapping,
      rememberedMapping: remembered?.name ?? null,
    }
  },

  async preview(input, call) {
    const process = await getProcess(call.database.reader, input.processId)
    const opened = await open(call, input)
    try {
      return await outcomeOf(call, opened, null, (onIssues, withdrawalNote) =>
        runImport(call, { opened, process, batchId: '', withdrawalNote, onIssues }),
      )
    } finally {
      await opened.close()
    }
  },

  async commit(input, call) {
    const opened = await open(call, input)
    try {
      const { inspection } = opened
      if (input.sha256 !== undefined && input.sha256 !== inspection.sha256)
        throw new AppError('file-changed', { file: inspection.fileName })
      const process = await getProcess(call.database.reader, input.processId)
      const batchId = newId()
      let unchanged: Awaited<ReturnType<typeof runImport>> | undefined
      const outcome = await outcomeOf(call, opened, batchId, (onIssues, withdrawalNote) =>
        call
          .change(topics, async (change) => {
            const settings = {
              target: inspection.target,
              mapping: input.mapping ?? null,
              choices: input.choices,
              locale: inspection.locale,
            }
            await insertBatch(change.trx, {
              id: batchId,
              process_id: process.id,
              file_name: inspection.fileName,
              sha256: inspection.sha256,
              target: inspection.target,
              format: inspection.format,
              settings: JSON.stringify(settings),
              imported_by_name: change.person.name,
              imported_at: change.at,
              created_count: 0,
              updated_count: 0,
              unchanged_count: 0,
              rejected_count: 0,
            })
            const result = await runImport(call, {
              opened,
              process,
              batchId,
              withdrawalNote,
              change,
              onIssues,
            })
            if (result.created + result.updated === 0) {
              // The same file again changes nothing, not even the journal: the act is rolled back whole.
              unchanged = result
              throw new NothingToImport()
            }
            await updateBatch(change.trx, batchId, {
              created_count: result.created,
              updated_count: result.updated,
              unchanged_count: result.unchanged,
              rejected_count: result.rejected,
            })
            if (input.rememberMappingAs !== undefined && input.mapping !== undefined) {
              await putMapping(change.trx, {
                id: newId(),
                name: input.rememberMappingAs,
                headerSignature: headerSignature(inspection.columns),
                mapping: input.mapping,
                savedAt: change.at,
              })
            }
            change.record({
              action: 'import.commit',
              objectKind: 'import',
              objectId: batchId,
              objectLabel: inspection.fileName,
              processId: process.id,
              after: {
                fileName: inspection.fileName,
                sha256: inspection.sha256,
                target: inspection.target,
                created: result.created,
                updated: result.updated,
                unchanged: result.unchanged,
                rejected: result.rejected,
              },
            })
            return result
          })
          .catch((error: unknown) => {
            if (error instanceof NothingToImport && unchanged !== undefined) return unchanged
            throw error
          }),
      )
      return unchanged === undefined ? outcome : { ...outcome, batchId: null }
    } finally {
      await opened.close()
    }
  },

  async exportRejections(input, call) {
    const process = await getProcess(call.database.reader, input.processId)
    const opened = await open(call, input)
    try {
      const issues: RowIssue[] = []
      await runImport(call, {
        opened,
        process,
        batchId: '',
        withdrawalNote: '',
        onIssues(found) {
          for (const issue of found) issues.push(issue)
        },
      })
      const language = await spokenLanguage(call.ports)
      const file = await writeRejections(
        call,
        input.savePath,
        input.path,
        issues,
        createTranslator(language),
        language,
      )
      return { ...file, rejected: new Set(issues.map((issue) => issue.line)).size }
    } finally {
      await opened.close()
    }
  },

  batches: (input, call) => listBatches(call.database.reader, input.processId),
}
