import { type CreateTableBuilder, sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Blurred pictures, a lifted mask that can be put back, and seals that know which masked text they explain. */
export const redactedPictures: Migration = {
  number: 4,
  name: 'redacted-pictures',
  async up(db, { columnTypes }) {
    const { text, integer, blob, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('sealed_field')
        .addColumn('object_kind', text, (column) => column.notNull())
        .addColumn('object_id', text, (column) => column.notNull())
        .addColumn('field', text, (column) => column.notNull())
        // Hash of the masked text that the seal explains; empty where it was made before this table.
        .addColumn('shown_sha256', text, (column) => column.notNull())
        .addColumn('content', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('sealed_field_key', ['object_kind', 'object_id', 'field', 'shown_sha256']),
    ).execute()
    await sql`insert into sealed_field (object_kind, object_id, field, shown_sha256, content)
      select object_kind, object_id, field, '', content from sealed_text`.execute(db)
    await db.schema.dropTable('sealed_text').execute()
    await db.schema.alterTable('redaction').addColumn('lifted_at', text).execute()
    await end(
      db.schema
        .createTable('blurred_picture')
        .addColumn('attachment_id', text, (column) => column.primaryKey().references('attachment.id'))
        .addColumn('rectangles', text, (column) => column.notNull())
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('made_by_name', text, (column) => column.notNull())
        .addColumn('made_at', text, (column) => column.notNull()),
    ).execute()
    await end(
      db.schema
        .createTable('sealed_picture')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('attachment_id', text, (column) => column.notNull().references('attachment.id'))
        .addColumn('media_type', text, (column) => column.notNull())
        .addColumn('bytes', integer, (column) => column.notNull())
        .addColumn('sha256', text, (column) => column.notNull())
        .addColumn('content', blob, (column) => column.notNull())
        // The blur of this state; null: the original.
        .addColumn('blur', text)
        .addColumn('sealed_at', text, (column) => column.notNull()),
    ).execute()
    await db.schema
      .createIndex('sealed_picture_by_attachment')
      .on('sealed_picture')
      .column('attachment_id')
      .execute()
  },
}
