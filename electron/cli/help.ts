import { reportKinds } from '../../shared/contract/reports.contract.ts'
import type { Translate } from '../../shared/messages/translator.ts'
import type { Command } from './command.ts'
import { alignedColumns } from './text-table.ts'

/** The list of commands and of the options that they share. */
export function overview(commands: readonly Command[], t: Translate): string {
  const rows = [...commands.map(({ name }) => name), 'help'].map((name) => [
    `  ${name}`,
    t(`commandLine.commands.${name}.summary`),
  ])
  return [
    t('commandLine.help.use'),
    '',
    t('commandLine.help.commands'),
    alignedColumns(rows),
    '',
    t('commandLine.help.commonOptions'),
    t('commandLine.help.commonOptionList'),
    '',
    t('commandLine.help.exitCodes'),
    t('commandLine.usage.see-command-help', { command: 'import' }),
  ].join('\n')
}

/** How one command is written, what it does, and its own options. */
export function helpFor(command: Command, t: Translate): string {
  const { name } = command
  const words = command.arguments.map((key) => `<${t(`commandLine.arguments.${key}`)}>`)
  return [
    `parvis ${[name, ...words].join(' ')} ${t(`commandLine.commands.${name}.options`, { reports: reportKinds.join(',') })}`.trimEnd(),
    '',
    t(`commandLine.commands.${name}.summary`),
    t(`commandLine.commands.${name}.details`),
  ]
    .join('\n')
    .trimEnd()
}
