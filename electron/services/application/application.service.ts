import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { applicationContract } from '../../../shared/contract/application.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Service } from '../call.ts'
import { applicationVersion } from './application-version.ts'
import { loadPreferences, loadRecent, savePreferences } from './preferences.ts'

function assertPresent(path: string): void {
  if (!existsSync(path)) throw new AppError('file-missing', { file: basename(path) })
}

/** What belongs to this computer rather than to a dossier. */
export const applicationService: Service<typeof applicationContract> = {
  async information(_input, call) {
    const recent = await loadRecent(call.ports.paths)
    return { version: applicationVersion, platform: process.platform, firstRun: recent.length === 0 }
  },

  preferences: (_input, call) => loadPreferences(call.ports.paths),

  async savePreferences(input, call) {
    const before = await loadPreferences(call.ports.paths)
    const after = {
      language: input.language ?? before.language,
      colorScheme: input.colorScheme ?? before.colorScheme,
      layout: { ...before.layout, ...input.layout },
      singleKeys: input.singleKeys ?? before.singleKeys,
    }
    await savePreferences(call.ports.paths, after)
    return after
  },

  async chooseFile(input, call) {
    const path = await call.ports.picker.pick({
      kind: input.kind,
      title: input.title,
      ...(input.proposedPath === undefined ? {} : { proposedPath: input.proposedPath }),
      ...(input.filters === undefined ? {} : { filters: input.filters }),
    })
    return { path: path ?? null }
  },

  async openFile(input, call) {
    assertPresent(input.path)
    await call.ports.opener.open(input.path)
    return null
  },

  async showInFolder(input, call) {
    assertPresent(input.path)
    await call.ports.opener.showInFolder(input.path)
    return null
  },
}
