import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { columnMapping } from '../../../shared/contract/imports.contract.ts'
import { type ColumnMapping, mappableFields } from '../../../shared/domain/imports/column-mapping.ts'
import { importTargets } from '../../../shared/domain/imports/import-target.ts'
import { textEncodings } from '../../../shared/domain/imports/raw-table.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import type { Command, CommandSetting } from '../command.ts'
import type { CommandArguments } from '../command-arguments.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'

/** Rejections told on a screen; `--json` tells those of the contract, `--rejections` all. */
const shownRejections = 20

/** `import <dossier> <file>`: the front door. With `--dry-run` nothing is written. */
export const importCommand: Command = {
  name: 'import',
  arguments: ['dossier', 'file'],
  options: {
    as: 'text',
    mapping: 'text',
    'dry-run': 'flag',
    rejections: 'text',
    locale: 'text',
    encoding: 'text',
    separator: 'text',
    sheet: 'text',
    'header-line': 'text',
  },
  async run(given, setting) {
    const { call, locate, t } = setting
    const target = given.choice('as', ['auto', ...importTargets])
    const choices = readingChoices(given)
    const mapping = await readMapping(given, setting)
    await openAsSomebody(given, setting)
    const { id: processId } = await chooseProcess(given, setting)
    const request = {
      processId,
      path: locate(given.word(1)),
      choices,
      ...(target === undefined || target === 'auto'
        ? mapping === undefined
          ? {}
          : { target: 'table' as const }
        : { target }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(given.text('locale') === undefined ? {} : { locale: given.required('locale') }),
    }
    const dryRun = given.flag('dry-run')
    const savePath = given.text('rejections')

    if (savePath !== undefined)
      await call('imports', 'exportRejections', { ...request, savePath: locate(savePath) })
    const outcome = await call('imports', dryRun ? 'preview' : 'commit', request)
    return { value: outcome, text: tell(outcome, dryRun, t) }
  },
}

function readingChoices(given: CommandArguments) {
  const encoding = given.choice('encoding', textEncodings)
  const separator = given.choice('separator', [';', ',', '|', 'tab'])
  const sheet = given.text('sheet')
  const headerLine = given.count('header-line')
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator: separator === 'tab' ? ('\t' as const) : separator }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerLine === undefined ? {} : { headerLine }),
  }
}

const mappingFile = columnMapping.extend({ dateOrder: columnMapping.shape.dateOrder.default('day-first') })

async function readMapping(
  given: CommandArguments,
  { locate }: CommandSetting,
): Promise<ColumnMapping | undefined> {
  const path = given.text('mapping')
  if (path === undefined) return undefined
  const file = basename(path)
  const text = await readFile(locate(path), 'utf8').catch((error: unknown) => {
    throw new AppError('file-missing', { file }, { cause: error })
  })
  const fields = mappableFields.join(', ')
  try {
    return mappingFile.parse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new AppError('mapping-unreadable', { file, fields }, { cause: error })
    throw error
  }
}

function tell(outcome: ImportOutcome, dryRun: boolean, t: CommandSetting['t']): string {
  const { rejections, notices } = outcome
  const { format, rows, created, updated, unchanged, rejected } = outcome
  const counts = { format, rows, created, updated, unchanged, rejected }
  const key = dryRun ? 'commandLine.commands.import.wouldDo' : 'commandLine.commands.import.done'
  return [
    t(key, counts),
    ...notices.map(({ code, parameters }) => `  ${t(`imports.notices.${code}`, { ...parameters })}`),
    ...rejections
      .slice(0, shownRejections)
      .map(({ line, column, message }) =>
        t('commandLine.commands.import.rejection', { line, column, message }),
      ),
    ...(rejections.length > shownRejections
      ? [t('commandLine.commands.import.moreRejections', { count: rejections.length - shownRejections })]
      : []),
  ].join('\n')
}
