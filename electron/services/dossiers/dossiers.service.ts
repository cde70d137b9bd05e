import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { dossiersContract } from '../../../shared/contract/dossiers.contract.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import { backupPath, copyVerified, listBackups } from '../../data/dialects/sqlite-file/backups.ts'
import { compactDossier } from '../../data/dialects/sqlite-file/compact.ts'
import { prepareRestore } from '../../data/dialects/sqlite-file/restore.ts'
import { saveCopy } from '../../data/dialects/sqlite-file/save-copy.ts'
import { countEverything, getDossier, renameDossier } from '../../data/dossiers/dossier.repository.ts'
import { schemaVersion } from '../../data/migrate.ts'
import { processOverview } from '../../data/read-models/overview.query.ts'
import { anythingSealed } from '../../data/redactions/redaction.repository.ts'
import { loadRecent, saveRecent, spokenLanguage } from '../application/preferences.ts'
import type { Service } from '../call.ts'
import { checkDossier } from '../check/check-dossier.ts'
import { buildDemonstration } from '../demonstration/build-demonstration.ts'
import { readStory } from '../demonstration/read-story.ts'
import { tellTileGate } from '../map/tile-gate.ts'
import { runChange } from '../run-change.ts'
import { createDossier } from './create-dossier.ts'
import { describeOpenDossier } from './describe-open-dossier.ts'
import { closeDossier, openDossier } from './open-dossier.ts'

/** The file itself: making, opening, copying, checking, restoring. */
export const dossiersService: Service<typeof dossiersContract> = {
  async create(input, call) {
    const language = await spokenLanguage(call.ports)
    const path = resolve(input.path)
    await createDossier(call, { ...input, path, language })
    return openDossier(call, path)
  },

  async createDemonstration(input, call) {
    const { documents } = call.ports.paths
    // A new account may have no such folder yet; the one who clicked asked for no place.
    if (input.path === undefined) mkdirSync(documents, { recursive: true })
    const language = await spokenLanguage(call.ports)
    const { communeName } = readStory(call.ports.paths, input.story)
    const name = createTranslator(language)('defaults.demonstrationFile', { commune: communeName })
    const path = input.path ?? freeName(join(documents, name))
    await buildDemonstration(call, input.story, resolve(path), input.until)
    const { people } = await openDossier(call, resolve(path))
    call.session.person = people.find(({ roles }) => roles.includes('administrator')) ?? null
    return describeOpenDossier(call.session)
  },

  open: (input, call) => openDossier(call, resolve(input.path), input.readOnly),

  async close(_input, call) {
    await closeDossier(call.session)
    await tellTileGate(call)
    return null
  },

  current: async (_input, call) => (call.session.dossier === null ? null : describeOpenDossier(call.session)),

  async recent(_input, call) {
    const entries = await loadRecent(call.ports.paths)
    return entries.map((entry) => ({ ...entry, present: existsSync(entry.path) }))
  },

  async forget(input, call) {
    const entries = await loadRecent(call.ports.paths)
    await saveRecent(
      call.ports.paths,
      entries.filter((entry) => entry.path !== input.path),
    )
    return null
  },

  async saveCopy(input, call) {
    const target = resolve(input.path)
    // A copy holds everything, also what is under seal.
    const reads = may(call.actor().roles, 'read-sealed')
    if (!reads && (await anythingSealed(call.database.reader))) throw new AppError('copy-holds-sealed')
    saveCopy(call.dossierPath, target)
    return { path: target, bytes: statSync(target).size }
  },

  async compact(_input, call) {
    const bytesBefore = statSync(call.dossierPath).size
    await compactDossier(call.database)
    return { bytesBefore, bytesAfter: statSync(call.dossierPath).size }
  },

  async properties(_input, call) {
    const head = await getDossier(call.database.reader)
    const { attachmentBytes, ...counts } = await countEverything(call.database.reader)
    return {
      path: call.dossierPath,
      title: head.title,
      createdAt: head.createdAt,
      schemaVersion: await schemaVersion(call.database),
      applicationVersion: head.createdWith,
      fileBytes: statSync(call.dossierPath).size,
      attachmentBytes,
      counts,
    }
  },

  async rename(input, call) {
    await call.change(['dossiers', 'journal'], async (change) => {
      const before = await getDossier(change.trx)
      await renameDossier(change.trx, input.title)
      change.record({
        action: 'dossier.rename',
        objectKind: 'dossier',
        objectId: before.id,
        objectLabel: input.title,
        before: { title: before.title },
        after: { title: input.title },
      })
    })
    return describeOpenDossier(call.session)
  },

  backups: async (_input, call) => listBackups(call.dossierPath),

  async restoreBackup(input, call) {
    const backup = listBackups(call.dossierPath).find((entry) => resolve(entry.path) === resolve(input.path))
    if (backup === undefined) throw new AppError('backup-unknown', { file: basename(input.path) })
    const person = call.actor()
    const path = call.dossierPath
    const now = call.ports.clock.now()
    const prepared = prepareRestore(backup.path, path)
    try {
      copyVerified(path, backupPath(path, now, 'restore'))
      await closeDossier(call.session)
      prepared.commit()
    } catch (error) {
      prepared.discard()
      // What was open stays open, to the same person.
      if (call.session.dossier === null) {
        await openDossier(call, path)
        call.session.person = person
      }
      throw error
    }
    const opened = await openDossier(call, path)
    // The same person goes on, if the older state knew them.
    const known = opened.people.find((candidate) => candidate.id === person.id && candidate.active)
    call.session.person = known ?? call.session.person
    const restored = call.session.dossier
    if (restored !== null) {
      const head = await getDossier(restored.database.reader)
      await runChange({ database: restored.database, ports: call.ports, person }, async (change) => {
        change.record({
          action: 'dossier.restore-backup',
          objectKind: 'dossier',
          objectId: head.id,
          objectLabel: head.title,
          after: { backup: backup.fileName },
        })
      })
    }
    return describeOpenDossier(call.session)
  },

  check: (_input, call) => checkDossier(call.database),

  async overview(input, call) {
    const today = localDayOf(call.ports.clock.now(), 'Europe/Paris')
    return processOverview(call.database.reader, input.processId, call.person?.id ?? null, today)
  },
}

/** A path with `.parvis` that nothing stands at: the name itself, else with a number. */
function freeName(stem: string): string {
  if (!existsSync(`${stem}.parvis`)) return `${stem}.parvis`
  let number = 2
  while (existsSync(`${stem} ${number}.parvis`)) number++
  return `${stem} ${number}.parvis`
}
