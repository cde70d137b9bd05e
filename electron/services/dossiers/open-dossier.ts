import { rm } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OpenDossier } from '../../../shared/read-models/dossier.ts'
import { takeDailyBackup } from '../../data/dialects/sqlite-file/backups.ts'
import { openDossierFile } from '../../data/dialects/sqlite-file/dossier-file.ts'
import { listPeople } from '../../data/people/person.repository.ts'
import { loadRecent, saveRecent } from '../application/preferences.ts'
import type { AppCall } from '../call.ts'
import { stopComparing } from '../families/search-similar.ts'
import { tellTileGate } from '../map/tile-gate.ts'
import type { Session } from '../session.ts'
import { describeOpenDossier } from './describe-open-dossier.ts'

/** Lets the open dossier go, if there is one, and what was copied out of it to be shown. */
export async function closeDossier(session: Session): Promise<void> {
  const { dossier, temporaryFolders } = session
  session.dossier = null
  session.person = null
  for (const folder of temporaryFolders) {
    // On Windows a program that still shows the copy holds it: the system clears its temporary files in its own time.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    temporaryFolders.delete(folder)
  }
  if (dossier !== null) stopComparing(dossier.database)
  await dossier?.release()
}

/**
 * Opens a dossier in the place of the one that is open. The only active profile without a passphrase is signed in
 * at once; otherwise the window asks who it is.
 */
export async function openDossier(call: AppCall, path: string, readOnly = false): Promise<OpenDossier> {
  const now = call.ports.clock.now()
  const { session } = call
  if (session.dossier?.path === path) await closeDossier(session)
  const opened = await openDossierFile(path, { readOnly, now })
  await closeDossier(session)
  session.dossier = { path, ...opened }
  const active = (await listPeople(opened.database.reader)).filter((person) => person.active)
  const [only] = active
  if (active.length === 1 && only !== undefined && !only.hasPassphrase) session.person = only
  await tellTileGate(call)
  const description = await describeOpenDossier(session)
  const recent = (await loadRecent(call.ports.paths)).filter((entry) => entry.path !== path)
  await saveRecent(call.ports.paths, [{ path, title: description.title, openedAt: now }, ...recent])
  if (!opened.database.readOnly) void backUpLater(call, path, now)
  return description
}

/** The day's backup comes after the answer; a failure is logged and never stops anybody's work. */
async function backUpLater(call: AppCall, path: string, now: string): Promise<void> {
  await nextTurn()
  try {
    if (call.session.dossier?.path === path) takeDailyBackup(path, now)
  } catch (error) {
    call.ports.log.error('daily backup failed', { fault: error })
  }
}
