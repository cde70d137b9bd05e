import { letterChannels, letterKinds } from '../../../shared/domain/letters/letter-kind.ts'
import type { Command } from '../command.ts'
import { oneOf } from '../command-arguments.ts'
import { makeFolder } from '../make-folder.ts'
import { chooseProcess, openAsSomebody } from '../open-dossier.ts'

/** `letters <dossier> --out folder`: the letters that decisions owe, as files; each is remembered as written. */
export const lettersCommand: Command = {
  name: 'letters',
  arguments: ['dossier'],
  options: { out: 'text', kind: 'texts', channel: 'text' },
  async run(given, setting) {
    const { call, locate, t } = setting
    const folder = locate(given.required('out'))
    const channel = given.choice('channel', letterChannels) ?? 'post'
    const kinds = given
      .texts('kind')
      .flatMap((value) => value.split(',').map((name) => oneOf('--kind', name.trim(), letterKinds)))
    await openAsSomebody(given, setting)
    const { id: processId } = await chooseProcess(given, setting)
    await makeFolder(folder)
    const batch = await call('letters', 'produce', {
      filter: { processId, ...(kinds.length === 0 ? {} : { kinds }) },
      channel,
      folder,
    })
    return {
      value: batch,
      text: t('letters.written', {
        count: batch.letters,
        formatted: String(batch.letters),
        folder: batch.folder,
      }),
    }
  },
}
