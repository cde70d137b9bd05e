import type { Command } from '../command.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'
import { tellFiles } from '../tell-files.ts'

/** `catalogue <dossier> --out file.pdf`: the catalogue of projects for printing and for the web. */
export const catalogueCommand: Command = {
  name: 'catalogue',
  arguments: ['dossier'],
  options: { out: 'text', format: 'text', layout: 'text' },
  async run(given, setting) {
    const path = setting.locate(given.required('out'))
    const format = given.choice('format', ['a4', 'a5']) ?? 'a4'
    const layout = given.choice('layout', ['page', 'half-page']) ?? 'page'
    await openAsSomebody(given, setting)
    const { id: processId } = await chooseProcess(given, setting)
    const { language } = setting
    const file = await setting.call('reports', 'writeCatalogue', {
      processId,
      path,
      format,
      layout,
      language,
    })
    return { value: file, text: tellFiles([file], setting) }
  },
}
