import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** Batches of numbered paper forms, what became of each form, receipts, drafts, and the questions of a démarche. */
export const paper: Migration = {
  number: 6,
  name: 'paper',
  async up(db, { columnTypes }) {
    const { text, integer, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('paper_batch')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('code', text, (column) => column.notNull().unique())
        .addColumn('event_kind', text, (column) => column.notNull())
        .addColumn('event_name', text, (column) => column.notNull())
        .addColumn('meeting_id', text)
        .addColumn('held_on', text)
        .addColumn('place', text, (column) => column.notNull())
        .addColumn('collected_by', text, (column) => column.notNull())
        .addColumn('channel', text, (column) => column.notNull())
        .addColumn('form_count', integer, (column) => column.notNull())
        .addColumn('handed_out', integer)
        .addColumn('closed_at', text)
        .addColumn('closed_by_name', text)
        .addColumn('created_at', text, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await db.schema.createIndex('paper_batch_by_process').on('paper_batch').column('process_id').execute()
    await end(
      db.schema
        .createTable('paper_form')
        .addColumn('batch_id', text, (column) => column.notNull().references('paper_batch.id'))
        .addColumn('number', integer, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        // An import that is taken back takes its proposals along: their forms are missing again.
        .addColumn('submission_id', text, (column) => column.references('submission.id').onDelete('cascade'))
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('recorded_by_name', text, (column) => column.notNull())
        .addColumn('recorded_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('paper_form_key', ['batch_id', 'number']),
    ).execute()
    await db.schema
      .createIndex('paper_form_by_submission')
      .unique()
      .on('paper_form')
      .column('submission_id')
      .execute()
    await end(
      db.schema
        .createTable('paper_scan')
        .addColumn('attachment_id', text, (column) => column.primaryKey().references('attachment.id'))
        .addColumn('batch_id', text, (column) => column.notNull().references('paper_batch.id'))
        .addColumn('form_number', integer),
    ).execute()
    await db.schema.createIndex('paper_scan_by_batch').on('paper_scan').column('batch_id').execute()
    await end(
      db.schema
        .createTable('receipt')
        .addColumn('submission_id', text, (column) =>
          column.primaryKey().references('submission.id').onDelete('cascade'),
        )
        .addColumn('made_by_name', text, (column) => column.notNull())
        .addColumn('made_at', text, (column) => column.notNull()),
    ).execute()
    await end(
      db.schema
        .createTable('paper_draft')
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('person_id', text, (column) => column.notNull().references('person.id'))
        .addColumn('value', text, (column) => column.notNull())
        .addColumn('saved_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('paper_draft_key', ['process_id', 'person_id']),
    ).execute()
    await end(
      db.schema
        .createTable('form_question')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('label', text, (column) => column.notNull())
        .addColumn('help', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('choices', text, (column) => column.notNull())
        .addColumn('required', integer, (column) => column.notNull())
        .addColumn('position', integer, (column) => column.notNull()),
    ).execute()
    await db.schema.createIndex('form_question_by_process').on('form_question').column('process_id').execute()
  },
}
