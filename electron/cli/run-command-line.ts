import type { Translate } from '../../shared/messages/translator.ts'
import { applicationVersion } from '../services/application/application-version.ts'
import type { Command, CommandAnswer, CommandSetting } from './command.ts'
import { type CommandArguments, commonOptions, readArguments } from './command-arguments.ts'
import { commands } from './commands/index.ts'
import { describeProblem } from './describe-problem.ts'
import { helpFor, overview } from './help.ts'
import { WrongUsage } from './wrong-usage.ts'

/** What goes out of a run. `output` is for standard output, `complaint` for standard error. */
export interface CommandLineResult {
  readonly exitCode: 0 | 1 | 2
  readonly output: string
  readonly complaint: string
}

/**
 * Runs what was typed after `parvis`. Exit codes: 0 done, 1 refused, 2 wrong usage. With `--json` the output is one
 * JSON object in every case: the answer, or `{error: {code, message}}`.
 */
export async function runCommandLine(
  typed: readonly string[],
  setting: CommandSetting,
): Promise<CommandLineResult> {
  const asJson = typed.includes('--json')
  try {
    const answer = await answerTo(typed, setting)
    const output = asJson ? JSON.stringify(answer.value) : printable(answer.text)
    return { exitCode: answer.refused === true ? 1 : 0, output, complaint: '' }
  } catch (error) {
    const { code, message, exitCode, command } = describeProblem(error, setting.t)
    const hint = exitCode === 2 ? `\n${hintFor(command, setting.t)}` : ''
    return {
      exitCode,
      output: asJson ? JSON.stringify({ error: { code, message } }) : '',
      complaint: printable(`${message}${hint}`),
    }
  }
}

/** Nothing that came out of a file may move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ')
}

function hintFor(command: string | undefined, t: Translate): string {
  const known = commands.find(({ name }) => name === command)
  return known === undefined
    ? t('commandLine.usage.see-help')
    : `${helpFor(known, t).split('\n')[0] ?? ''}\n${t('commandLine.usage.see-command-help', { command: known.name })}`
}

async function answerTo(typed: readonly string[], setting: CommandSetting): Promise<CommandAnswer> {
  const { t } = setting
  const place = commandPlace(typed)
  const name = typed[place]
  if (name === undefined) {
    const given = readArguments(typed, commonOptions)
    if (given.flag('version')) return { value: { version: applicationVersion }, text: applicationVersion }
    if (given.flag('help')) return help(overview(commands, t))
    throw new WrongUsage('command-missing')
  }
  const rest = typed.toSpliced(place, 1)
  if (name === 'help') {
    const about = readArguments(rest, commonOptions).words[0]
    return help(about === undefined ? overview(commands, t) : helpFor(commandNamed(about), t))
  }
  const command = commandNamed(name)
  try {
    const given = readArguments(rest, { ...commonOptions, ...command.options })
    if (given.flag('help')) return help(helpFor(command, t))
    checkCount(given, command.arguments, t)
    return await command.run(given, setting)
  } catch (error) {
    throw error instanceof WrongUsage && error.command === undefined
      ? new WrongUsage(error.code, error.parameters, name)
      : error
  }
}

/** Where the command stands: options that all commands take may come before it. */
function commandPlace(typed: readonly string[]): number {
  const withValue = Object.entries(commonOptions).flatMap(([name, kind]) =>
    kind === 'text' ? [`--${name}`] : [],
  )
  const place = typed.findIndex(
    (word, index) => !word.startsWith('-') && !withValue.includes(typed[index - 1] ?? ''),
  )
  return place < 0 ? typed.length : place
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found === undefined) throw new WrongUsage('command-unknown', { command: name })
  return found
}

function help(text: string): CommandAnswer {
  return { value: { help: text }, text }
}

function checkCount(given: CommandArguments, expected: readonly string[], t: Translate): void {
  const missing = expected[given.words.length]
  if (missing !== undefined)
    throw new WrongUsage('argument-missing', { argument: t(`commandLine.arguments.${missing}`) })
  const extra = given.words[expected.length]
  if (extra !== undefined) throw new WrongUsage('argument-extra', { argument: extra })
}
