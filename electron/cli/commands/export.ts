import type { Command } from '../command.ts'
import { oneOf } from '../command-arguments.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'

/** What `export` can write. */
const kinds = ['decidim-answers', 'journal', 'copy'] as const

/** `export <dossier> decidim-answers --out file`: files for other programs. */
export const exportCommand: Command = {
  name: 'export',
  arguments: ['dossier', 'kind'],
  options: { out: 'text', locale: 'text', component: 'text' },
  async run(given, setting) {
    const { call, locate, t } = setting
    const kind = oneOf(t('commandLine.arguments.kind'), given.word(1), kinds)
    const path = locate(given.required('out'))
    await openAsSomebody(given, setting)
    if (kind === 'journal') {
      const file = await call('journal', 'exportWorkbook', { path })
      return { value: file, text: t('commandLine.fileWritten', { path: file.path }) }
    }
    if (kind === 'copy') {
      const file = await call('dossiers', 'saveCopy', { path })
      return { value: file, text: t('commandLine.fileWritten', { path: file.path }) }
    }
    const { id: processId } = await chooseProcess(given, setting)
    const component = given.text('component')
    const file = await call('reports', 'writeDecidimAnswers', {
      processId,
      path,
      locale: given.text('locale') ?? 'fr',
      ...(component === undefined ? {} : { componentId: component }),
    })
    const { answers, withoutPlatformId } = file
    return {
      value: file,
      text: t('commandLine.commands.export.answers', { path: file.path, answers, withoutPlatformId }),
    }
  },
}
