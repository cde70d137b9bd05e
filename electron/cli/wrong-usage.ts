/** The command was not written as it should be. `code` names the sentence under `commandLine.usage`. */
export class WrongUsage extends Error {
  readonly code: string
  readonly parameters: Readonly<Record<string, string>>
  /** The command whose help fits, when it is known. */
  readonly command: string | undefined

  constructor(code: string, parameters: Readonly<Record<string, string>> = {}, command?: string) {
    super(code)
    this.name = 'WrongUsage'
    this.code = code
    this.parameters = parameters
    this.command = command
  }
}
