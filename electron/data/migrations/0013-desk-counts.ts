import type { Migration } from './migration.ts'

/** What waits for a person is counted after each decision: from an index, not from all that waits for anybody. */
export const deskCounts: Migration = {
  number: 13,
  name: 'desk-counts',
  async up(db) {
    await db.schema
      .createIndex('submission_held')
      .on('submission')
      .columns(['process_id', 'assignee_id', 'stage'])
      .execute()
  },
}
