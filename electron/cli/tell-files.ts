import type { WrittenFile } from '../../shared/contract/reports.contract.ts'
import type { CommandSetting } from './command.ts'

/** Which files were written, one a line, with the pages of a PDF. */
export function tellFiles(files: readonly WrittenFile[], { t }: Pick<CommandSetting, 't'>): string {
  return files
    .map(({ path, pages }) =>
      pages !== null && path.toLowerCase().endsWith('.pdf')
        ? t('commandLine.pdfWritten', { path, count: pages })
        : t('commandLine.fileWritten', { path }),
    )
    .join('\n')
}
