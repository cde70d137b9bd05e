import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** What is written to who proposed: texts and their versions, letterheads, letters, how each was sent and when. */
export const letters: Migration = {
  number: 10,
  name: 'letters',
  async up(db, { columnTypes }) {
    const { text, integer, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('letter_setting')
        .addColumn('process_id', text, (column) => column.primaryKey().references('process.id'))
        .addColumn('service', text, (column) => column.notNull())
        .addColumn('sender', text, (column) => column.notNull())
        .addColumn('place', text, (column) => column.notNull())
        .addColumn('signature', text, (column) => column.notNull())
        .addColumn('reply_days', integer, (column) => column.notNull())
        .addColumn('appeal_notice', integer, (column) => column.notNull())
        .addColumn('appeal', text, (column) => column.notNull())
        .addColumn('electoral_restraint', integer, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await end(
      db.schema
        .createTable('letter_template')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('kind', text, (column) => column.notNull())
        // Empty: every reason that has no text of its own.
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('number', integer, (column) => column.notNull())
        // A version without body gives the reason back to the general text.
        .addColumn('subject', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .addColumn('saved_by_name', text, (column) => column.notNull())
        .addColumn('saved_at', text, (column) => column.notNull()),
    ).execute()
    await db.schema
      .createIndex('letter_template_by_number')
      .on('letter_template')
      .columns(['process_id', 'kind', 'reason', 'number'])
      .unique()
      .execute()
    await end(
      db.schema
        .createTable('letter_head')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('content', text, (column) => column.notNull()),
    ).execute()
    await end(
      db.schema
        .createTable('letter')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('submission_id', text, (column) => column.notNull().references('submission.id'))
        .addColumn('kind', text, (column) => column.notNull())
        // The decision that it tells, `deposit` for an acknowledgement, `stage` where no decision is on record.
        .addColumn('event', text, (column) => column.notNull())
        .addColumn('template_reason', text, (column) => column.notNull())
        .addColumn('template_number', integer, (column) => column.notNull())
        .addColumn('subject', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .addColumn('appeal', text, (column) => column.notNull())
        .addColumn('head_id', text, (column) => column.references('letter_head.id'))
        .addColumn('recipient_name', text, (column) => column.notNull())
        .addColumn('recipient_address', text, (column) => column.notNull())
        .addColumn('recipient_email', text, (column) => column.notNull())
        .addColumn('channel', text)
        .addColumn('written_on', text)
        .addColumn('file_name', text)
        // Null: drafted, not made yet.
        .addColumn('produced_at', text)
        .addColumn('produced_by_name', text)
        .addColumn('sent_on', text)
        .addColumn('sent_by_name', text)
        .addColumn('saved_by_name', text, (column) => column.notNull())
        .addColumn('saved_at', text, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await db.schema
      .createIndex('letter_by_event')
      .on('letter')
      .columns(['submission_id', 'kind', 'event'])
      .unique()
      .execute()
    await db.schema
      .createIndex('letter_by_process')
      .on('letter')
      .columns(['process_id', 'produced_at', 'sent_on'])
      .execute()
  },
}
