import type { Command } from '../command.ts'
import { openDossier } from '../open-dossier.ts'
import { alignedColumns } from '../text-table.ts'

/** `check <dossier>`: database, journal chain, sums, stages. Refused when something is wrong. */
export const checkCommand: Command = {
  name: 'check',
  arguments: ['dossier'],
  options: {},
  async run(given, setting) {
    const { call, t } = setting
    await openDossier(given, setting)
    const report = await call('dossiers', 'check', {})
    const rows = report.findings.map(({ code, sound, count, examples }) => [
      t(sound ? 'dossier.ok' : 'dossier.notOk'),
      t(`dossier.findings.${code}`),
      String(count),
      examples.join(' ; '),
    ])
    const text = `${alignedColumns(rows)}\n${t(report.sound ? 'dossier.sound' : 'commandLine.commands.check.unsound')}`
    return { value: report, text, refused: !report.sound }
  },
}
