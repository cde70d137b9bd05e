import { type Collection, collections } from '../collections.ts'
import type { Command } from '../command.ts'
import { oneOf } from '../command-arguments.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'
import { alignedColumns } from '../text-table.ts'
import { WrongUsage } from '../wrong-usage.ts'

const usualLimit = 100

/** `list <dossier> <what>`: rows of the dossier. `total` counts what the limit leaves out. */
export const listCommand: Command = {
  name: 'list',
  arguments: ['dossier', 'collection'],
  options: { search: 'text', limit: 'text' },
  async run(given, setting) {
    const { t } = setting
    const names = Object.keys(collections)
    const name = oneOf(t('commandLine.arguments.collection'), given.word(1), names)
    const collection: Collection | undefined = collections[name]
    if (collection === undefined) throw new WrongUsage('argument-missing', { argument: name })
    const search = given.text('search')
    if (search !== undefined && !collection.searchable)
      throw new WrongUsage('not-searchable', { collection: name })
    const limit = given.count('limit') ?? usualLimit
    await openAsSomebody(given, setting)
    const process = collection.ofProcess ? await chooseProcess(given, setting) : undefined
    const { rows, total, lines } = await collection.read({
      processId: process?.id ?? '',
      search,
      limit,
      setting,
    })
    const shown = t('commandLine.commands.list.shown', { shown: rows.length, count: total })
    return { value: { rows, total }, text: `${alignedColumns(lines)}\n${shown}`.trimStart() }
  },
}
