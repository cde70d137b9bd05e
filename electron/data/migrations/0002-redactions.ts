import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** Masked passages, and the originals under seal. */
export const redactions: Migration = {
  number: 2,
  name: 'redactions',
  async up(db, { columnTypes }) {
    const { text, integer, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('redaction')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('submission_id', text, (column) => column.notNull().references('submission.id'))
        .addColumn('passage', text, (column) => column.notNull())
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('occurrences', integer, (column) => column.notNull())
        .addColumn('made_by_name', text, (column) => column.notNull())
        .addColumn('made_at', text, (column) => column.notNull()),
    ).execute()
    await db.schema.createIndex('redaction_by_submission').on('redaction').column('submission_id').execute()
    await end(
      db.schema
        .createTable('sealed_text')
        .addColumn('object_kind', text, (column) => column.notNull())
        .addColumn('object_id', text, (column) => column.notNull())
        .addColumn('field', text, (column) => column.notNull())
        .addColumn('content', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('sealed_text_key', ['object_kind', 'object_id', 'field']),
    ).execute()
  },
}
