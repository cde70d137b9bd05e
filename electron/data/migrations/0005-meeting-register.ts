import type { Migration } from './migration.ts'

/** What a register of meetings needs: the kind of each, and which proposals were collected there. */
export const meetingRegister: Migration = {
  number: 5,
  name: 'meeting-register',
  async up(db, { columnTypes }) {
    await db.schema.alterTable('meeting').addColumn('kind', columnTypes.text).execute()
    await db.schema
      .alterTable('submission')
      .addColumn('meeting_id', columnTypes.text, (column) => column.references('meeting.id'))
      .execute()
    await db.schema
      .createIndex('submission_by_meeting')
      .on('submission')
      .column('meeting_id')
      .where('meeting_id', 'is not', null)
      .execute()
  },
}
