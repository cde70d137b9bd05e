import type { Command } from '../command.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'

/** `decide <dossier> <file>`: decisions by reference, entirely or not at all. */
export const decideCommand: Command = {
  name: 'decide',
  arguments: ['dossier', 'decisions'],
  options: {},
  async run(given, setting) {
    const { call, locate, t } = setting
    await openAsSomebody(given, setting)
    // A reference alone names a submission: the démarche is only asked for when it was said.
    const processId =
      given.text('process') === undefined ? undefined : (await chooseProcess(given, setting)).id
    const outcome = await call('submissions', 'decideFromFile', {
      path: locate(given.word(1)),
      ...(processId === undefined ? {} : { processId }),
    })
    const { decided, proposed, unchanged, rejected } = outcome
    if (rejected.length === 0) {
      const done = t('commandLine.commands.decide.done', { decided, unchanged })
      const waiting = t('commandLine.commands.decide.proposed', { count: proposed })
      return { value: outcome, text: proposed === 0 ? done : `${done}\n${waiting}` }
    }
    const text = [
      t('commandLine.commands.decide.refused', { count: rejected.length }),
      ...rejected.map(({ line, message }) => t('commandLine.commands.decide.rejection', { line, message })),
    ].join('\n')
    return { value: outcome, text, refused: true }
  },
}
