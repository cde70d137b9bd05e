import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** What the moderation desk waits for: proposals set aside until a day, answers expected by a day. */
export const desk: Migration = {
  number: 7,
  name: 'desk',
  async up(db, { columnTypes }) {
    const { text, integer, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('set_aside')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('submission_id', text, (column) => column.notNull().unique().references('submission.id'))
        .addColumn('until_on', text, (column) => column.notNull())
        .addColumn('note', text, (column) => column.notNull())
        .addColumn('set_by', text, (column) => column.notNull())
        .addColumn('set_by_name', text, (column) => column.notNull())
        .addColumn('set_at', text, (column) => column.notNull()),
    ).execute()
    await db.schema.createIndex('set_aside_by_until_on').on('set_aside').column('until_on').execute()
    await end(
      db.schema
        .createTable('desk_setting')
        .addColumn('process_id', text, (column) => column.primaryKey().references('process.id'))
        .addColumn('completion_days', integer, (column) => column.notNull()),
    ).execute()
    await db.schema.alterTable('decision').addColumn('reply_by_on', text).execute()
    await db.schema.alterTable('submission').addColumn('reply_by_on', text).execute()
    await db.schema
      .createIndex('submission_waiting')
      .on('submission')
      .columns(['process_id', 'stage', 'reply_by_on', 'stage_changed_at'])
      .execute()
  },
}
