import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { redactableTables } from '../../electron/data/redactions/redactable-tables.ts'
import { openTestDossier } from '../helpers/test-dossier.ts'

/** Names, instants and codes that hold nobody's words, in whatever table they stand. */
const codes =
  /^(?:id|.*_id|.*_at|.*_on|.*_by|.*_by_name|at|hash|previous_hash|sha256|.*_sha256|.*_hash|media_type|kind|.*_kind|stage|.*_stage|verdict|opinion|conclusion|state|.*_state|source|channel|reasons|color|.*_color|format|target|header_signature|process_id|number|code|unit|position|reference|name|person_name|author_name|passphrase|roles|department|lead_department)$/

/**
 * Columns that masking leaves alone, each for a reason. Words that are about no proposal in particular, contacts of
 * the proposer that only letters use, and what is sealed or masked on reading.
 */
const leftAlone: Readonly<Record<string, readonly string[]>> = {
  'what staff wrote about the démarche, the dossier or a place': [
    'dossier.title',
    'dossier.created_with',
    'process.*',
    'rulebook.*',
    'district.*',
    'theme.*',
    'meeting.*',
    'phase.*',
    'saved_view.query',
    'paper_batch.*',
    'paper_form.reason',
    'form_question.*',
  ],
  'who proposes and where to write to them: shown to staff, never to voters': [
    'submission.author_email',
    'submission.author_phone',
    'submission.author_address',
  ],
  'under seal, or masked on reading': [
    'journal_entry.*',
    'redaction.passage',
    'redaction.reason',
    'sealed_field.*',
    'sealed_picture.*',
    'blurred_picture.*',
    'paper_draft.value',
  ],
  'names of the file that was imported, and how it was read': [
    'import_batch.file_name',
    'import_batch.settings',
    'import_mapping.*',
  ],
  'the public addresses of the commune': ['address_base.*', 'known_street.*', 'known_address.*'],
  'how a démarche writes, and to whom a letter went': [
    'letter_setting.*',
    'letter_template.*',
    'letter_head.content',
    'letter.event',
    'letter.template_reason',
    'letter.appeal',
    'letter.recipient_name',
    'letter.recipient_address',
    'letter.recipient_email',
    'letter.file_name',
  ],
  'read again from the masked text in the act that masks': ['submission_signal.words'],
  'figures and settings': [
    'signal_check.*',
    'signal_setting.*',
    'project.managing_department',
    'study.design_fee_base',
    'family_agreement.means',
    'supporter_secret.value',
    'submission.district_origin',
    'map_background.*',
    'team_setting.*',
  ],
}

describe('what masking reaches', () => {
  it('is every column of the dossier that may hold words of a proposal', async () => {
    const dossier = await openTestDossier()
    const { rows } = await sql<{ table: string; column: string }>`
      select m.name as "table", p.name as "column" from sqlite_master m join pragma_table_info(m.name) p
      where m.type = 'table' and m.name not like 'submission_search%' and p.type like 'text' collate nocase`.execute(
      dossier.database.reader,
    )
    await dossier.close()
    expect(rows.length).toBeGreaterThan(100)
    const masked = new Set(
      redactableTables.flatMap(({ table, columns }) =>
        Object.keys(columns).map((column) => `${table}.${column}`),
      ),
    )
    const harmless = new Set(Object.values(leftAlone).flat())
    const forgotten = rows
      .filter(({ table, column }) => {
        const name = `${table}.${column}`
        const told = codes.test(column) || harmless.has(name) || harmless.has(`${table}.*`)
        return !masked.has(name) && !told
      })
      .map(({ table, column }) => `${table}.${column}`)
    expect(
      forgotten,
      'Give each its entry in electron/data/redactions/redactable-tables.ts, or say here why it holds no words of a proposal',
    ).toEqual([])
  })
})
