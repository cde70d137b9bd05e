import type { OpenDossier, PersonProfile } from '../../shared/read-models/dossier.ts'
import type { ProcessSummary } from '../../shared/read-models/process.ts'
import { type CommandSetting, Refused } from './command.ts'
import type { CommandArguments } from './command-arguments.ts'

function refused(code: string, parameters: Readonly<Record<string, string>> = {}): Refused {
  return new Refused({ code, parameters })
}

/** Opens the dossier that the first argument names. Nobody is signed in unless only one profile can be. */
export function openDossier(given: CommandArguments, { call, locate }: CommandSetting): Promise<OpenDossier> {
  return call('dossiers', 'open', { path: locate(given.word(0)), readOnly: given.flag('read-only') })
}

/**
 * Opens the dossier as somebody: the person of `--as-person`, else the only profile, else the first active
 * administrator without a passphrase, else the first one if PARVIS_PASSPHRASE is theirs.
 */
export async function openAsSomebody(given: CommandArguments, setting: CommandSetting): Promise<OpenDossier> {
  const opened = await openDossier(given, setting)
  return signIn(opened, given.text('as-person'), setting)
}

/** Signs somebody in, in the dossier that is open. */
export async function signIn(
  opened: OpenDossier,
  name: string | undefined,
  { call, passphrase }: CommandSetting,
): Promise<OpenDossier> {
  const person = choosePerson(opened, name, passphrase !== undefined)
  if (person.id === opened.person?.id) return opened
  return call('people', 'signIn', {
    personId: person.id,
    ...(passphrase === undefined ? {} : { passphrase }),
  })
}

function choosePerson(opened: OpenDossier, name: string | undefined, hasPassphrase: boolean): PersonProfile {
  if (name !== undefined) {
    const named = opened.people.find((person) => fold(person.name) === fold(name))
    if (named === undefined)
      throw refused('person-unknown', { name, known: opened.people.map((person) => person.name).join(', ') })
    return named
  }
  if (opened.person !== null) return opened.person
  const administrators = opened.people.filter(
    (person) => person.active && person.roles.includes('administrator'),
  )
  const chosen =
    administrators.find((person) => !person.hasPassphrase) ?? (hasPassphrase ? administrators[0] : undefined)
  if (chosen === undefined) throw refused('passphrase-needed')
  return chosen
}

/** The démarche that `--process` names by its title or its place from 1; the only one when nothing is said. */
export async function chooseProcess(
  given: CommandArguments,
  { call }: CommandSetting,
): Promise<ProcessSummary> {
  const processes = await call('processes', 'list', {})
  const asked = given.text('process')
  const titles = processes.map(({ title }, index) => `${index + 1}. ${title}`).join(' ; ')
  if (asked === undefined) {
    const [only, ...others] = processes
    if (only === undefined || others.length > 0) throw refused('process-not-chosen', { titles })
    return only
  }
  const found =
    processes.find(({ title }) => fold(title) === fold(asked)) ??
    (/^\d+$/.test(asked) ? processes[Number(asked) - 1] : undefined)
  if (found === undefined) throw refused('process-unknown', { process: asked, titles })
  return found
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
