import { parseArgs } from 'node:util'
import { WrongUsage } from './wrong-usage.ts'

/** Options of a command: a `flag` stands alone, a `text` takes one value, `texts` may be repeated. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'text' | 'texts'>>

/** Options that every command takes. */
export const commonOptions = {
  json: 'flag',
  help: 'flag',
  version: 'flag',
  language: 'text',
  'as-person': 'text',
  process: 'text',
  'read-only': 'flag',
  'user-data-dir': 'text',
} as const satisfies OptionKinds

/** What was written after `parvis`, checked against the options that exist. */
export class CommandArguments {
  readonly words: readonly string[]
  private readonly values: ReadonlyMap<string, readonly string[]>

  constructor(words: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.words = words
    this.values = values
  }

  /** The argument at a place; the count was checked before. */
  word(index: number): string {
    return this.words[index] ?? ''
  }

  flag(option: string): boolean {
    return this.values.has(option)
  }

  text(option: string): string | undefined {
    return this.values.get(option)?.at(-1)
  }

  texts(option: string): readonly string[] {
    return this.values.get(option) ?? []
  }

  required(option: string): string {
    const value = this.text(option)
    if (value === undefined || value.trim() === '')
      throw new WrongUsage('option-missing', { option: `--${option}` })
    return value
  }

  /** One of a few words. */
  choice<T extends string>(option: string, allowed: readonly T[]): T | undefined {
    const value = this.text(option)
    if (value === undefined) return undefined
    return oneOf(`--${option}`, value, allowed)
  }

  /** A whole number, 1 or more. */
  count(option: string): number | undefined {
    const value = this.text(option)
    if (value === undefined) return undefined
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new WrongUsage('not-a-count', { option: `--${option}`, value })
    return Number(value)
  }
}

/** The value itself when it is allowed. Throws `WrongUsage` naming what is. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined)
    throw new WrongUsage('value-unknown', { option: name, value, allowed: allowed.join(', ') })
  return found
}

/** Reads what was typed. Throws `WrongUsage` for an option that does not exist or has no value. */
export function readArguments(typed: readonly string[], options: OptionKinds): CommandArguments {
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [
        name,
        { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
    // Node's own complaints are in English: the tokens are checked here instead.
    strict: false,
    tokens: true,
  })
  const words: string[] = []
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (kind === undefined) throw new WrongUsage('option-unknown', { option: token.rawName })
    if (kind === 'flag') {
      if (token.value !== undefined) throw new WrongUsage('option-with-value', { option: token.rawName })
      values.set(token.name, [])
      continue
    }
    // `--out --json` forgot the folder; a value that begins with a dash is written `--title=-x`.
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))
      throw new WrongUsage('option-without-value', { option: token.rawName })
    values.set(token.name, [...(values.get(token.name) ?? []), token.value])
  }
  return new CommandArguments(words, values)
}
