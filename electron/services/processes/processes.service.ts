import type { processesContract } from '../../../shared/contract/processes.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { deleteAttachment, insertAttachment } from '../../data/attachments/attachment.repository.ts'
import { saveDistricts } from '../../data/processes/district.repository.ts'
import {
  getProcess,
  insertRulebook,
  listProcesses,
  replacePhases,
  saveThemes,
  updateProcess,
} from '../../data/processes/process.repository.ts'
import { sanitizeRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import { spokenLanguage } from '../application/preferences.ts'
import { readPicture } from '../attachments/read-picture.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { makeProcess } from './make-process.ts'

const topics = [
  'processes',
  'map',
  'submissions',
  'finance',
  'reports',
  'letters',
  'journal',
  'dossiers',
] as const

interface Edit {
  readonly action: string
  readonly before: unknown
  readonly after: unknown
  readonly columns?: Parameters<typeof updateProcess>[3]
}

/** Runs one edit of a démarche at a version, journals it, answers the démarche as it is afterwards. */
async function onProcess(
  call: DossierCall,
  input: { readonly processId: string; readonly version: number },
  work: (change: Change, process: ProcessDetail) => Promise<Edit>,
): Promise<ProcessDetail> {
  await call.change(topics, async (change) => {
    const process = await getProcess(change.trx, input.processId)
    const edit = await work(change, process)
    await updateProcess(change.trx, process.id, input.version, edit.columns ?? {})
    change.record({
      action: edit.action,
      objectKind: 'process',
      objectId: process.id,
      objectLabel: process.title,
      processId: process.id,
      before: edit.before,
      after: edit.after,
    })
  })
  return getProcess(call.database.reader, input.processId)
}

/** Démarches and their settings. */
export const processesService: Service<typeof processesContract> = {
  list: (_input, call) => listProcesses(call.database.reader),

  get: (input, call) => getProcess(call.database.reader, input.processId),

  async create(input, call) {
    const language = await spokenLanguage(call.ports)
    const existing = await listProcesses(call.database.reader)
    const processId = await call.change(topics, (change) =>
      makeProcess(change, {
        kind: input.kind,
        title: input.title,
        communeName: existing[0]?.communeName ?? '',
        inseeCode: '',
        envelope: input.envelope,
        districts: [],
        submissionOpensOn: null,
        submissionClosesOn: null,
        referencePrefix: '',
        position: existing.length,
        language,
      }),
    )
    return getProcess(call.database.reader, processId)
  },

  update: (input, call) =>
    onProcess(call, input, async (_change, process) => {
      const { processId: _processId, version: _version, ...after } = input
      const before = Object.fromEntries(
        Object.keys(after).map((key) => [key, process[key as keyof ProcessDetail]]),
      )
      return {
        action: 'process.update',
        before,
        after,
        columns: {
          title: input.title,
          edition: input.edition,
          reference_prefix: input.referencePrefix,
          commune_name: input.communeName,
          insee_code: input.inseeCode,
          contact: input.contact,
          signature_block: input.signatureBlock,
          accent_color: input.accentColor,
          envelope_cents: input.envelope,
          project_cap_cents: input.projectCap,
          published_cost_step_cents: input.publishedCostStep,
          foreword: sanitizeRichText(input.foreword),
          voting_instructions: sanitizeRichText(input.votingInstructions),
          voters_count: input.votersCount,
          departments: JSON.stringify(input.departments),
        },
      }
    }),

  savePhases: (input, call) =>
    onProcess(call, input, async (change, process) => {
      for (const phase of input.phases) {
        if (Date.parse(phase.opensAt) >= Date.parse(phase.closesAt))
          throw new AppError('phase-ends-before-it-opens', { phase: phase.kind })
      }
      if (new Set(input.phases.map((phase) => phase.kind)).size !== input.phases.length)
        throw new AppError('input-invalid', { path: 'phases' })
      const phases = input.phases.map((phase) => ({
        id: newId(),
        kind: phase.kind,
        opensAt: new Date(phase.opensAt).toISOString(),
        closesAt: new Date(phase.closesAt).toISOString(),
      }))
      await replacePhases(change.trx, process.id, phases)
      return {
        action: 'process.save-phases',
        before: process.phases,
        after: phases.map(({ id: _id, ...phase }) => phase),
      }
    }),

  saveThemes: (input, call) =>
    onProcess(call, input, async (change, process) => {
      const themes = input.themes.map((theme) => ({
        id: theme.id ?? newId(),
        name: theme.name,
        color: theme.color,
      }))
      await saveThemes(change.trx, process.id, themes)
      return { action: 'process.save-themes', before: process.themes, after: themes }
    }),

  saveDistricts: (input, call) =>
    onProcess(call, input, async (change, process) => {
      const districts = input.districts.map((district) => ({ ...district, id: district.id ?? newId() }))
      await saveDistricts(change.trx, process.id, districts)
      return {
        action: 'process.save-districts',
        before: process.districts.map(({ polygon: _polygon, ...district }) => district),
        after: districts,
      }
    }),

  saveRulebook: (input, call) =>
    onProcess(call, input, async (change, process) => {
      const number = process.rulebook.number + 1
      const text = sanitizeRichText(input.text)
      await insertRulebook(change.trx, {
        id: newId(),
        processId: process.id,
        number,
        text,
        criteria: input.criteria,
        adoptedAt: change.at,
      })
      return {
        action: 'process.save-rulebook',
        before: { number: process.rulebook.number, criteria: process.rulebook.criteria },
        after: { number, criteria: input.criteria },
      }
    }),

  setLogo: (input, call) =>
    onProcess(call, input, async (change, process) => {
      const picture = input.path === null ? undefined : await readPicture(input.path)
      const attachmentId = picture === undefined ? null : newId()
      if (picture !== undefined && attachmentId !== null) {
        await insertAttachment(change.trx, {
          id: attachmentId,
          ownerKind: 'process',
          ownerId: process.id,
          alternativeText: process.communeName,
          credit: '',
          addedAt: change.at,
          ...picture,
        })
      }
      if (process.logoAttachmentId !== null) await deleteAttachment(change.trx, process.logoAttachmentId)
      return {
        action: 'process.set-logo',
        before: { logo: process.logoAttachmentId !== null },
        after:
          picture === undefined
            ? { logo: false }
            : { logo: true, fileName: picture.fileName, sha256: picture.sha256 },
        columns: { logo_attachment_id: attachmentId },
      }
    }),
}
