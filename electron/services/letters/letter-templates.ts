import type { lettersContract } from '../../../shared/contract/letters.contract.ts'
import { unknownFields } from '../../../shared/domain/letters/fill-template.ts'
import type { LetterTopic } from '../../../shared/domain/letters/letter-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { LetterTemplate } from '../../../shared/read-models/letter.ts'
import { saveLetterSettings } from '../../data/letters/letter-setting.repository.ts'
import { insertTemplate, listTemplateVersions } from '../../data/letters/letter-template.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import type { JournaledTemplate } from './journaled-letters.ts'
import { letterSettings } from './letter-settings.ts'
import { letterTopics as changedTopics } from './letter-topics.ts'
import { broughtVersion, defaultText, textsInForce, versionOf } from './texts-in-force.ts'

/** The texts of letters and how a démarche writes. */
export const letterTemplates: Pick<
  Service<typeof lettersContract>,
  'settings' | 'saveSettings' | 'templates' | 'templateVersions' | 'saveTemplate' | 'dropTemplate'
> = {
  settings: async (input, call) => {
    const { reader } = call.database
    return letterSettings(reader, await getProcess(reader, input.processId))
  },

  async saveSettings({ processId, ...settings }, call) {
    await call.change(changedTopics, async (change) => {
      const process = await getProcess(change.trx, processId)
      const { version: _before, ...before } = await letterSettings(change.trx, process)
      await saveLetterSettings(change.trx, processId, settings)
      const { version: _after, ...after } = settings
      change.record({
        action: 'letter.save-settings',
        objectKind: 'process',
        objectId: processId,
        objectLabel: process.title,
        processId,
        before,
        after,
      })
    })
    const { reader } = call.database
    return letterSettings(reader, await getProcess(reader, processId))
  },

  templates: async (input, call) => (await textsInForce(call.database.reader, input.processId)).templates,

  async templateVersions({ processId, kind, reason }, call) {
    const rows = await listTemplateVersions(call.database.reader, processId, { kind, reason })
    return [...rows.filter(({ body }) => body !== '').map(versionOf), broughtVersion({ kind, reason })]
  },

  async saveTemplate({ processId, kind, reason, basedOn, subject, body }, call) {
    const [unknown] = [...unknownFields(subject), ...unknownFields(body)]
    if (unknown !== undefined) throw new AppError('letter-field-unknown', { name: unknown.name })
    return addVersion(call, processId, { kind, reason }, async (before, newest) => {
      if (newest !== basedOn) throw new AppError('changed-meanwhile')
      if (before.own && before.subject === subject && before.body === body) return undefined
      return { action: 'letter.save-template', subject, body, own: true }
    })
  },

  dropTemplate: ({ processId, kind, reason }, call) =>
    addVersion(call, processId, { kind, reason }, async (before) =>
      before.own ? { action: 'letter.drop-template', subject: '', body: '', own: false } : undefined,
    ),
}

interface NewVersion {
  readonly action: 'letter.save-template' | 'letter.drop-template'
  readonly subject: string
  readonly body: string
  readonly own: boolean
}

/** Adds a version of a text unless it changes nothing, and answers the texts in force. */
async function addVersion(
  call: DossierCall,
  processId: string,
  topic: LetterTopic,
  next: (before: JournaledTemplate, newest: number) => Promise<NewVersion | undefined>,
): Promise<readonly LetterTemplate[]> {
  await call.change(changedTopics, async (change) => {
    const process = await getProcess(change.trx, processId)
    const [newest] = await listTemplateVersions(change.trx, processId, topic)
    const own = newest !== undefined && newest.body !== ''
    const text = own ? newest : defaultText(topic)
    const before = {
      letterKind: topic.kind,
      reason: topic.reason,
      subject: text.subject,
      body: text.body,
      own,
    }
    const version = await next(before, newest?.number ?? 0)
    if (version === undefined) return
    await insertVersion(change, processId, topic, (newest?.number ?? 0) + 1, version)
    change.record({
      action: version.action,
      objectKind: 'process',
      objectId: processId,
      objectLabel: process.title,
      processId,
      before,
      after: {
        letterKind: topic.kind,
        reason: topic.reason,
        subject: version.subject,
        body: version.body,
        own: version.own,
      },
    })
  })
  return (await textsInForce(call.database.reader, processId)).templates
}

async function insertVersion(
  change: Change,
  processId: string,
  { kind, reason }: LetterTopic,
  number: number,
  { subject, body }: NewVersion,
): Promise<void> {
  await insertTemplate(change.trx, {
    id: newId(),
    process_id: processId,
    kind,
    reason: reason ?? '',
    number,
    subject,
    body,
    saved_by_name: change.person.name,
    saved_at: change.at,
  })
}
