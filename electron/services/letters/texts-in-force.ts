import type { Kysely } from 'kysely'
import { type LetterKind, type LetterTopic, letterKinds } from '../../../shared/domain/letters/letter-kind.ts'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { LetterTemplate, LetterTemplateVersion } from '../../../shared/read-models/letter.ts'
import type { Database } from '../../data/database.ts'
import { listTemplateVersions, type TemplateRecord } from '../../data/letters/letter-template.repository.ts'

/** Every text that a démarche may write: each kind, and refusals by their reason. */
export const letterTopics: readonly LetterTopic[] = letterKinds.flatMap((kind) => [
  { kind, reason: null },
  ...(kind === 'inadmissible' ? refusalReasons.map((reason) => ({ kind, reason })) : []),
])

/** The text that Parvis brings. That of a reason says what may come next in its own words. */
export function defaultText({ kind, reason }: LetterTopic): {
  readonly subject: string
  readonly body: string
} {
  const body: string = letterTexts.body[kind]
  return {
    subject: letterTexts.subject[kind],
    body: reason === null ? body : body.replace('{suite}', () => letterTexts.next[reason]),
  }
}

/** A version as its row tells it. */
export function versionOf(row: TemplateRecord): LetterTemplateVersion {
  return {
    kind: letterKinds.find((kind) => kind === row.kind) ?? 'acknowledgement',
    reason: refusalReasons.find((reason) => reason === row.reason) ?? null,
    number: row.number,
    subject: row.subject,
    body: row.body,
    savedByName: row.saved_by_name,
    savedAt: row.saved_at,
  }
}

/** The text that Parvis brings, as the oldest version of a topic. */
export function broughtVersion(topic: LetterTopic): LetterTemplateVersion {
  return { ...topic, ...defaultText(topic), number: 0, savedByName: null, savedAt: null }
}

/** The texts in force of a démarche, and which of them a letter takes. */
export interface TextsInForce {
  readonly templates: readonly LetterTemplate[]
  /** The text of a kind; of the first of these reasons that has its own, else the general one. */
  textFor(kind: LetterKind, reasons: readonly RefusalReason[]): LetterTemplate
}

/** Reads the texts in force. */
export async function textsInForce(db: Kysely<Database>, processId: string): Promise<TextsInForce> {
  const newest = new Map<string, TemplateRecord>()
  for (const row of await listTemplateVersions(db, processId)) {
    const key = `${row.kind} ${row.reason}`
    if (!newest.has(key)) newest.set(key, row)
  }
  const templates = letterTopics.map((topic): LetterTemplate => {
    const row = newest.get(`${topic.kind} ${topic.reason ?? ''}`)
    if (row === undefined) return { ...broughtVersion(topic), own: false }
    if (row.body !== '') return { ...versionOf(row), own: true }
    // Given back to the general text: shown as it would start anew, after its last version.
    return { ...broughtVersion(topic), number: row.number, own: false }
  })
  return {
    templates,
    textFor(kind, reasons) {
      const general = templates.find((text) => text.kind === kind && text.reason === null)
      const own = reasons.map((reason) =>
        templates.find((text) => text.kind === kind && text.reason === reason && text.own),
      )
      const text = own.find((candidate) => candidate !== undefined) ?? general
      if (text === undefined) throw new Error(`No text for ${kind}`)
      return text
    },
  }
}
