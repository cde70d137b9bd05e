import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * Columns by table. A trailing `?` allows null; `text`, `integer`, `real`, `blob` and `rowId` are the dialect's types.
 * The order respects the foreign keys of `references` below.
 */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dossier: {
    id: 'text',
    title: 'text',
    created_at: 'text',
    created_with: 'text',
    demonstration: 'integer',
    version: 'integer',
  },
  person: {
    id: 'text',
    name: 'text',
    roles: 'text',
    department: 'text?',
    active: 'integer',
    passphrase: 'text?',
    created_at: 'text',
    version: 'integer',
  },
  journal_entry: {
    sequence: 'integer',
    at: 'text',
    person_id: 'text?',
    person_name: 'text',
    action: 'text',
    object_kind: 'text',
    object_id: 'text?',
    object_label: 'text',
    process_id: 'text?',
    before: 'text?',
    after: 'text?',
    reason: 'text',
    act_id: 'text',
    undoes_sequence: 'integer?',
    undone_by_sequence: 'integer?',
    previous_hash: 'text',
    hash: 'text',
  },
  process: {
    id: 'text',
    kind: 'text',
    title: 'text',
    edition: 'text',
    reference_prefix: 'text',
    commune_name: 'text',
    insee_code: 'text',
    contact: 'text',
    signature_block: 'text',
    accent_color: 'text',
    logo_attachment_id: 'text?',
    envelope_cents: 'integer?',
    project_cap_cents: 'integer?',
    published_cost_step_cents: 'integer',
    foreword: 'text',
    voting_instructions: 'text',
    time_zone: 'text',
    voters_count: 'integer?',
    demonstration: 'integer',
    departments: 'text',
    next_submission_number: 'integer',
    next_project_number: 'integer',
    position: 'integer',
    version: 'integer',
  },
  phase: { id: 'text', process_id: 'text', kind: 'text', opens_at: 'text', closes_at: 'text' },
  theme: { id: 'text', process_id: 'text', name: 'text', color: 'text', position: 'integer' },
  district: {
    id: 'text',
    process_id: 'text',
    code: 'text',
    name: 'text',
    population: 'integer?',
    envelope_cents: 'integer?',
    polygon: 'text?',
    position: 'integer',
  },
  rulebook: {
    id: 'text',
    process_id: 'text',
    number: 'integer',
    text: 'text',
    criteria: 'text',
    adopted_at: 'text',
  },
  import_batch: {
    id: 'text',
    process_id: 'text',
    file_name: 'text',
    sha256: 'text',
    target: 'text',
    format: 'text',
    settings: 'text',
    imported_by_name: 'text',
    imported_at: 'text',
    created_count: 'integer',
    updated_count: 'integer',
    unchanged_count: 'integer',
    rejected_count: 'integer',
  },
  import_mapping: { id: 'text', name: 'text', header_signature: 'text', mapping: 'text', saved_at: 'text' },
  project: {
    id: 'text',
    process_id: 'text',
    number: 'integer',
    title: 'text',
    summary: 'text',
    description: 'text',
    managing_department: 'text',
    proposer_names: 'text',
    theme_id: 'text?',
    district_id: 'text?',
    address: 'text?',
    latitude: 'real?',
    longitude: 'real?',
    picture_attachment_id: 'text?',
    stage: 'text',
    ballot_number: 'integer?',
    votes: 'integer?',
    imported_cost_cents: 'integer?',
    source: 'text',
    external_id: 'text?',
    content_hash: 'text?',
    url: 'text?',
    extra: 'text',
    created_at: 'text',
    version: 'integer',
  },
  submission: {
    row_id: 'rowId',
    id: 'text',
    process_id: 'text',
    number: 'integer',
    reference: 'text',
    title: 'text',
    body: 'text',
    body_text: 'text',
    author_name: 'text?',
    author_email: 'text?',
    author_phone: 'text?',
    channel: 'text',
    stage: 'text',
    stage_changed_at: 'text',
    theme_id: 'text?',
    district_id: 'text?',
    address: 'text?',
    latitude: 'real?',
    longitude: 'real?',
    submitted_at: 'text',
    declared_cost_cents: 'integer?',
    supports_count: 'integer',
    comments_count: 'integer',
    assignee_id: 'text?',
    merged_into_id: 'text?',
    project_id: 'text?',
    checklist: 'text',
    source: 'text',
    external_id: 'text?',
    component_id: 'text?',
    platform_state: 'text?',
    url: 'text?',
    content_hash: 'text?',
    import_batch_id: 'text?',
    extra: 'text',
    created_by: 'text?',
    created_at: 'text',
    version: 'integer',
  },
  decision: {
    id: 'text',
    submission_id: 'text',
    verdict: 'text',
    from_stage: 'text',
    to_stage: 'text',
    reasons: 'text',
    rationale: 'text',
    redirected_to: 'text?',
    checklist: 'text',
    rulebook_id: 'text',
    decided_by: 'text',
    decided_by_name: 'text',
    decided_at: 'text',
    undone_at: 'text?',
  },
  note: {
    id: 'text',
    submission_id: 'text',
    author_id: 'text',
    author_name: 'text',
    text: 'text',
    written_at: 'text',
  },
  citizen_comment: {
    id: 'text',
    process_id: 'text',
    submission_id: 'text?',
    source: 'text',
    external_id: 'text?',
    parent_external_id: 'text?',
    author_name: 'text?',
    body: 'text',
    alignment: 'integer',
    depth: 'integer',
    created_at: 'text?',
    content_hash: 'text?',
    import_batch_id: 'text?',
    extra: 'text',
  },
  meeting: {
    id: 'text',
    process_id: 'text',
    source: 'text',
    external_id: 'text?',
    title: 'text',
    description: 'text',
    starts_at: 'text?',
    ends_at: 'text?',
    address: 'text?',
    attendees: 'integer?',
    contributions: 'integer?',
    url: 'text?',
    content_hash: 'text?',
    import_batch_id: 'text?',
    extra: 'text',
    version: 'integer',
  },
  attachment: {
    id: 'text',
    owner_kind: 'text',
    owner_id: 'text',
    file_name: 'text',
    media_type: 'text',
    bytes: 'integer',
    sha256: 'text',
    alternative_text: 'text',
    credit: 'text',
    added_at: 'text',
  },
  attachment_content: { attachment_id: 'text', content: 'blob' },
  saved_view: {
    id: 'text',
    process_id: 'text',
    owner_id: 'text?',
    name: 'text',
    query: 'text',
    position: 'integer',
    version: 'integer',
  },
  study: {
    id: 'text',
    process_id: 'text',
    submission_id: 'text',
    lead_department: 'text?',
    due_on: 'text?',
    grid: 'text',
    conditions: 'text',
    contingency_basis_points: 'integer',
    design_fee_basis_points: 'integer',
    design_fee_base: 'text',
    preliminary_studies_cents: 'integer',
    add_on_vat_rate_basis_points: 'integer',
    annual_running_cost_cents: 'integer?',
    running_cost_note: 'text',
    works_cents: 'integer',
    amount_excl_vat_cents: 'integer',
    vat_cents: 'integer',
    amount_incl_vat_cents: 'integer',
    has_estimate: 'integer',
    conclusion: 'text?',
    answer: 'text',
    concluded_by: 'text?',
    concluded_by_name: 'text?',
    concluded_at: 'text?',
    created_at: 'text',
    version: 'integer',
  },
  study_estimator: { study_id: 'text', person_id: 'text', person_name: 'text' },
  study_opinion: {
    id: 'text',
    study_id: 'text',
    department: 'text',
    opinion: 'text?',
    comment: 'text',
    requested_on: 'text',
    due_on: 'text?',
    given_on: 'text?',
    given_by: 'text?',
    given_by_name: 'text?',
  },
  cost_line: {
    id: 'text',
    study_id: 'text',
    position: 'integer',
    label: 'text',
    quantity_thousandths: 'integer',
    unit: 'text',
    unit_price_ten_thousandths: 'integer',
    vat_rate_basis_points: 'integer',
  },
  project_submission: { project_id: 'text', submission_id: 'text', lead: 'integer' },
  visa: {
    id: 'text',
    project_id: 'text',
    state: 'text',
    amount_cents: 'integer',
    figures_hash: 'text',
    reason: 'text',
    signed_by: 'text',
    signed_by_name: 'text',
    signed_at: 'text',
    voided_at: 'text?',
    voided_reason: 'text?',
  },
}

const primaryKeys: Readonly<Record<string, readonly string[]>> = {
  journal_entry: ['sequence'],
  attachment_content: ['attachment_id'],
  study_estimator: ['study_id', 'person_id'],
  project_submission: ['project_id', 'submission_id'],
}

const references: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phase: { process_id: 'process' },
  theme: { process_id: 'process' },
  district: { process_id: 'process' },
  rulebook: { process_id: 'process' },
  import_batch: { process_id: 'process' },
  project: { process_id: 'process', theme_id: 'theme', district_id: 'district' },
  submission: {
    process_id: 'process',
    theme_id: 'theme',
    district_id: 'district',
    assignee_id: 'person',
    merged_into_id: 'submission',
    project_id: 'project',
    import_batch_id: 'import_batch',
  },
  decision: { submission_id: 'submission', rulebook_id: 'rulebook' },
  note: { submission_id: 'submission', author_id: 'person' },
  citizen_comment: { process_id: 'process', submission_id: 'submission' },
  meeting: { process_id: 'process' },
  attachment_content: { attachment_id: 'attachment' },
  saved_view: { process_id: 'process' },
  study: { process_id: 'process', submission_id: 'submission' },
  study_estimator: { study_id: 'study' },
  study_opinion: { study_id: 'study' },
  cost_line: { study_id: 'study' },
  project_submission: { project_id: 'project', submission_id: 'submission' },
  visa: { project_id: 'project' },
}

/** Filters, orders and counts of the queue are answered from this index alone: a million rows are counted without reading one. */
const queueColumns = [
  'process_id',
  'stage',
  'theme_id',
  'district_id',
  'channel',
  'assignee_id',
  'submitted_at',
  'number',
  'supports_count',
  'comments_count',
]

/** Letters that sort as others in French: neither engine folds them by itself. */
const foldedLetters: Readonly<Record<string, string>> = {
  a: 'àâäáãåÀÂÄÁÃÅ',
  c: 'çÇ',
  e: 'éèêëÉÈÊË',
  i: 'îïíìÎÏÍÌ',
  n: 'ñÑ',
  o: 'ôöóòõÔÖÓÒÕ',
  u: 'ùûüúÙÛÜÚ',
  y: 'ÿŸ',
  oe: 'œŒ',
  ae: 'æÆ',
  "''": '’',
}

/** A text as a French reader sorts it: case and accents aside. Plain SQL that both engines may keep in a column. */
function sortKey(column: string): RawBuilder<unknown> {
  const folded = Object.entries(foldedLetters).reduce(
    (expression, [plain, letters]) =>
      [...letters].reduce((inner, letter) => `replace(${inner}, '${letter}', '${plain}')`, expression),
    column,
  )
  return sql.raw(`lower(${folded})`)
}

/** `unique` ones are rules of the domain: one number per proposal for life (I1), one object per platform identifier. */
const indexes: readonly { table: string; columns: readonly string[]; unique?: boolean }[] = [
  { table: 'submission', columns: ['process_id', 'number'], unique: true },
  { table: 'submission', columns: ['process_id', 'source', 'external_id'], unique: true },
  { table: 'submission', columns: ['process_id', 'stage', 'number'] },
  { table: 'submission', columns: ['process_id', 'submitted_at'] },
  { table: 'submission', columns: ['merged_into_id'] },
  { table: 'submission', columns: ['process_id', 'title_key', 'number'] },
  { table: 'submission', columns: ['assignee_id'] },
  { table: 'submission', columns: ['project_id'] },
  { table: 'submission', columns: ['reference'] },
  { table: 'decision', columns: ['submission_id', 'decided_at'] },
  { table: 'note', columns: ['submission_id', 'written_at'] },
  { table: 'citizen_comment', columns: ['process_id', 'source', 'external_id'], unique: true },
  { table: 'citizen_comment', columns: ['submission_id'] },
  { table: 'meeting', columns: ['process_id', 'source', 'external_id'], unique: true },
  { table: 'attachment', columns: ['owner_kind', 'owner_id'] },
  { table: 'study', columns: ['submission_id'], unique: true },
  { table: 'study', columns: ['process_id'] },
  { table: 'study_opinion', columns: ['study_id'] },
  { table: 'cost_line', columns: ['study_id', 'position'] },
  { table: 'project', columns: ['process_id', 'number'], unique: true },
  { table: 'project', columns: ['process_id', 'source', 'external_id'], unique: true },
  { table: 'project_submission', columns: ['submission_id'], unique: true },
  { table: 'visa', columns: ['project_id', 'signed_at'] },
  { table: 'phase', columns: ['process_id', 'kind'], unique: true },
  { table: 'theme', columns: ['process_id', 'position'] },
  { table: 'district', columns: ['process_id', 'position'] },
  { table: 'rulebook', columns: ['process_id', 'number'], unique: true },
  { table: 'journal_entry', columns: ['object_id'] },
  { table: 'journal_entry', columns: ['person_id', 'sequence'] },
  { table: 'journal_entry', columns: ['act_id'] },
  { table: 'import_mapping', columns: ['header_signature'], unique: true },
]

/** Everything of the first version: the whole way from a deposit to a signed project. */
export const initialSchema: Migration = {
  number: 1,
  name: 'initial-schema',
  async up(db: Kysely<unknown>, dialect) {
    const types = dialect.columnTypes
    for (const [table, columns] of Object.entries(tables)) {
      const key = primaryKeys[table] ?? ['id']
      let builder: CreateTableBuilder<string, string> = db.schema.createTable(table)
      for (const [column, declared] of Object.entries(columns)) {
        const optional = declared.endsWith('?')
        const type = types[declared.replace('?', '') as 'text' | 'integer' | 'real' | 'blob' | 'rowId']
        builder = builder.addColumn(column, type, (definition) => {
          let result = declared === 'rowId' || optional ? definition : definition.notNull()
          if (column === 'version') result = result.defaultTo(1)
          const target = references[table]?.[column]
          return target === undefined ? result : result.references(`${target}.id`)
        })
      }
      if (table === 'submission')
        builder = builder.addColumn('title_key', types.text, (definition) =>
          definition.generatedAlwaysAs(sortKey('title')).stored(),
        )
      builder =
        'row_id' in columns
          ? builder.addUniqueConstraint(`${table}_id`, ['id'])
          : builder.addPrimaryKeyConstraint(`${table}_key`, [...key])
      await builder.modifyEnd(types.tableEnd).execute()
    }
    for (const { table, columns, unique } of indexes) {
      const builder = db.schema
        .createIndex(`${table}_by_${columns.join('_')}`)
        .on(table)
        .columns([...columns])
      await (unique === true ? builder.unique() : builder).execute()
    }
    await db.schema.createIndex('submission_queue').on('submission').columns(queueColumns).execute()
    // The journal refuses to be rewritten by the application itself; only the mark of an undo may be added.
    if (dialect.kind === 'sqlite') {
      await sql`create trigger journal_entry_stays before delete on journal_entry begin select raise(abort, 'journal is append-only'); end`.execute(
        db,
      )
      await sql`create trigger journal_entry_unchanged before update of sequence, at, person_id, person_name, action, object_kind, object_id, object_label, process_id, "before", "after", reason, act_id, undoes_sequence, previous_hash, hash on journal_entry begin select raise(abort, 'journal is append-only'); end`.execute(
        db,
      )
    } else {
      await sql`create function journal_append_only() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' or (to_jsonb(old) - 'undone_by_sequence') <> (to_jsonb(new) - 'undone_by_sequence')
        then raise exception 'journal is append-only'; end if; return new; end $$`.execute(db)
      await sql`create trigger journal_entry_unchanged before update or delete on journal_entry for each row execute function journal_append_only()`.execute(
        db,
      )
    }
    await dialect.createSearchIndex(db)
  },
}
