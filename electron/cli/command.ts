import type { Feature, InputFor, MethodOf, OutputFor } from '../../shared/contract/contract.ts'
import type { ReplyError } from '../../shared/contract/reply.ts'
import type { Language, Translate } from '../../shared/messages/translator.ts'
import type { CommandArguments, OptionKinds } from './command-arguments.ts'

/** Calls one method of the contract and answers its value. Throws `Refused`. */
export type CallMethod = <F extends Feature, M extends MethodOf<F>>(
  feature: F,
  method: M,
  input: InputFor<F, M>,
) => Promise<OutputFor<F, M>>

/** What every command works with. */
export interface CommandSetting {
  readonly call: CallMethod
  readonly t: Translate
  readonly language: Language
  /** A path as it was typed, made absolute from where it was typed. */
  locate(path: string): string
  /** Says something on the way, beside the answer. */
  note(text: string): void
  readonly passphrase: string | undefined
  readonly accountName: string
}

/** What a command answers: one value for programs, the same as text for people. */
export interface CommandAnswer {
  readonly value: object
  readonly text: string
  /** The work was refused although the call was answered: exit code 1. */
  readonly refused?: boolean
}

/** One command of the command line. Its words stand under `commandLine.commands.<name>`. */
export interface Command {
  readonly name: string
  /** Keys of its arguments, in order, under `commandLine.arguments`. */
  readonly arguments: readonly string[]
  readonly options: OptionKinds
  run(given: CommandArguments, setting: CommandSetting): Promise<CommandAnswer>
}

/** A refusal or a fault answered by the services. */
export class Refused extends Error {
  readonly error: ReplyError

  constructor(error: ReplyError) {
    super(error.code)
    this.name = 'Refused'
    this.error = error
  }
}
