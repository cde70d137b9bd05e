import type { teamContract } from '../../../shared/contract/team.contract.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { TeamSettings } from '../../../shared/read-models/team.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { teamOverview } from '../../data/read-models/team-overview.query.ts'
import { listAbsences } from '../../data/team/absence.repository.ts'
import { getTeamSettings, putTeamSettings } from '../../data/team/team-setting.repository.ts'
import type { DossierCall, Service } from '../call.ts'
import { removeAbsence, saveAbsence } from './absences.ts'
import { distribute, previewDistribution } from './distribution.ts'

const topics = ['team', 'reviews', 'progress', 'submissions', 'journal', 'dossiers'] as const

async function settingsOf(call: DossierCall, processId: string): Promise<TeamSettings> {
  const { lastInTurnId: _lastInTurnId, ...settings } = await getTeamSettings(call.database.reader, processId)
  return settings
}

function absencesOf(call: DossierCall) {
  return listAbsences(call.database.reader, localDayOf(call.ports.clock.now(), 'Europe/Paris'))
}

/** How the officers of a démarche share the work. */
export const teamService: Service<typeof teamContract> = {
  settings: (input, call) => settingsOf(call, input.processId),

  async saveSettings(input, call) {
    const { processId, version, ...settings } = input
    await call.change(topics, async (change) => {
      const process = await getProcess(change.trx, processId)
      const {
        lastInTurnId: _last,
        version: _version,
        ...before
      } = await getTeamSettings(change.trx, processId)
      await putTeamSettings(change.trx, processId, { ...settings, version })
      change.record({
        action: 'team.save-settings',
        objectKind: 'process',
        objectId: process.id,
        objectLabel: process.title,
        processId,
        before,
        after: settings,
      })
    })
    return settingsOf(call, processId)
  },

  overview: (input, call) =>
    teamOverview(call.database.reader, input.processId, call.person?.id ?? null, call.ports.clock.now()),

  previewDistribution: (input, call) =>
    previewDistribution(call.database.reader, input.processId, call.ports.clock.now()),

  distribute: (input, call) =>
    call.change(topics, (change) => distribute(change, input.processId, input.expected)),

  absences: (_input, call) => absencesOf(call),

  async saveAbsence(input, call) {
    await call.change(topics, (change) => saveAbsence(change, input))
    return absencesOf(call)
  },

  async removeAbsence(input, call) {
    await call.change(topics, (change) => removeAbsence(change, input.id))
    return absencesOf(call)
  },
}
