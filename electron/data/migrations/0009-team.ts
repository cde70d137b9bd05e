import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** Work of several officers: second opinions, distribution, absences. */
export const team: Migration = {
  number: 9,
  name: 'team',
  async up(db, { columnTypes }) {
    const { text, integer, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await end(
      db.schema
        .createTable('team_setting')
        .addColumn('process_id', text, (column) => column.primaryKey().references('process.id'))
        .addColumn('second_opinion', text, (column) => column.notNull())
        .addColumn('decision_days', integer)
        .addColumn('automatic', integer, (column) => column.notNull())
        .addColumn('rules', text, (column) => column.notNull())
        .addColumn('last_in_turn_id', text)
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await end(
      db.schema
        .createTable('proposed_decision')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('process_id', text, (column) => column.notNull().references('process.id'))
        .addColumn('submission_id', text, (column) => column.notNull().references('submission.id'))
        .addColumn('verdict', text, (column) => column.notNull())
        .addColumn('from_stage', text, (column) => column.notNull())
        .addColumn('reasons', text, (column) => column.notNull())
        .addColumn('rationale', text, (column) => column.notNull())
        .addColumn('redirected_to', text)
        .addColumn('reply_by_on', text)
        .addColumn('proposed_by', text, (column) => column.notNull())
        .addColumn('proposed_by_name', text, (column) => column.notNull())
        .addColumn('proposed_at', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('opinion', text)
        .addColumn('second_by', text)
        .addColumn('second_by_name', text)
        .addColumn('second_at', text)
        .addColumn('motive', text, (column) => column.notNull())
        .addColumn('settled_by', text)
        .addColumn('settled_by_name', text)
        .addColumn('settled_at', text)
        .addColumn('settlement_reason', text, (column) => column.notNull()),
    ).execute()
    await db.schema
      .createIndex('proposed_decision_by_submission')
      .on('proposed_decision')
      .columns(['submission_id', 'state'])
      .execute()
    await db.schema
      .createIndex('proposed_decision_by_state')
      .on('proposed_decision')
      .columns(['process_id', 'state', 'proposed_by', 'submission_id', 'from_stage'])
      .execute()
    await end(
      db.schema
        .createTable('absence')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('person_id', text, (column) => column.notNull().references('person.id'))
        .addColumn('from_on', text, (column) => column.notNull())
        .addColumn('until_on', text, (column) => column.notNull())
        .addColumn('stand_in_id', text, (column) => column.references('person.id'))
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
    await db.schema.createIndex('absence_by_person').on('absence').columns(['person_id', 'from_on']).execute()
    await db.schema.alterTable('decision').addColumn('seconded_by', text).execute()
    await db.schema.alterTable('decision').addColumn('seconded_by_name', text).execute()
    // The progress of a campaign is counted from this index alone: a démarche knows its decisions by its rules.
    await db.schema
      .createIndex('decision_progress')
      .on('decision')
      .columns(['rulebook_id', 'undone_at', 'verdict', 'decided_at', 'decided_by', 'submission_id'])
      .execute()
  },
}
