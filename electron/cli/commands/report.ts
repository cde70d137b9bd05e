import { join } from 'node:path'
import { type ReportKind, reportKinds, type WrittenFile } from '../../../shared/contract/reports.contract.ts'
import type { Command, CommandSetting } from '../command.ts'
import { type CommandArguments, oneOf } from '../command-arguments.ts'
import { makeFolder } from '../make-folder.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'
import { tellFiles } from '../tell-files.ts'

/** A report and the file that holds it. */
export interface WrittenReport extends WrittenFile {
  readonly report: ReportKind
}

/** `report <dossier> --out folder`: the workbooks and the PDF report. */
export const reportCommand: Command = {
  name: 'report',
  arguments: ['dossier'],
  options: { out: 'text', only: 'texts' },
  async run(given, setting) {
    const folder = setting.locate(given.required('out'))
    const kinds = wantedKinds(given)
    await openAsSomebody(given, setting)
    const { id: processId } = await chooseProcess(given, setting)
    const files = await writeReports(processId, folder, kinds, setting)
    return { value: { files }, text: tellFiles(files, setting) }
  },
}

function wantedKinds(given: CommandArguments): readonly ReportKind[] {
  const names = given.texts('only').flatMap((value) => value.split(',').map((name) => name.trim()))
  return names.length === 0 ? reportKinds : names.map((name) => oneOf('--only', name, reportKinds))
}

/** Writes reports into a folder, which is made if need be, each under its own name. */
export async function writeReports(
  processId: string,
  folder: string,
  kinds: readonly ReportKind[],
  { call, t, language }: CommandSetting,
): Promise<readonly WrittenReport[]> {
  await makeFolder(folder)
  const files: WrittenReport[] = []
  for (const report of kinds) {
    const ending = report === 'summary' ? 'pdf' : 'xlsx'
    const path = join(folder, `${t(`reports.fileWord.${report}`)}.${ending}`)
    files.push({ report, ...(await call('reports', 'write', { processId, report, path, language })) })
  }
  return files
}
