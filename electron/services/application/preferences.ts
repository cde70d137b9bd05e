import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Preferences } from '../../../shared/contract/application.contract.ts'
import type { Language } from '../../../shared/messages/translator.ts'
import type { AppPaths, Ports } from '../../ports.ts'

const preferencesSchema = z.object({
  language: z.enum(['fr', 'en']).catch('fr'),
  colorScheme: z.enum(['light', 'dark', 'auto']).catch('auto'),
  layout: z.record(z.string(), z.string()).catch({}),
  singleKeys: z.boolean().catch(true),
})

const recentSchema = z
  .array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() }))
  .catch([])
export type RecentEntry = z.output<typeof recentSchema>[number]

/** Reads a small JSON file of this computer; a missing or damaged one gives the defaults. */
async function load<S extends z.ZodType>(path: string, schema: S, fallback: unknown): Promise<z.output<S>> {
  const value: unknown = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as unknown)
    .catch(() => fallback)
  return schema.safeParse(value).data ?? schema.parse(fallback)
}

async function save(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(value, null, 2))
  await rename(temporary, path)
}

/** What this person chose on this computer. */
export function loadPreferences(paths: AppPaths): Promise<Preferences> {
  return load(join(paths.userData, 'preferences.json'), preferencesSchema, {})
}

/** The language to answer in: the one asked for this run, else the one that this person chose. */
export async function spokenLanguage(ports: Ports): Promise<Language> {
  return ports.language ?? (await loadPreferences(ports.paths)).language
}

/** Writes it. */
export function savePreferences(paths: AppPaths, preferences: Preferences): Promise<void> {
  return save(join(paths.userData, 'preferences.json'), preferences)
}

/** Dossiers opened on this computer, the latest first. */
export function loadRecent(paths: AppPaths): Promise<readonly RecentEntry[]> {
  return load(join(paths.userData, 'recent.json'), recentSchema, [])
}

/** Writes the list, at most 12. */
export function saveRecent(paths: AppPaths, recent: readonly RecentEntry[]): Promise<void> {
  return save(join(paths.userData, 'recent.json'), recent.slice(0, 12))
}
