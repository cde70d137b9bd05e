import type { Migration } from './migration.ts'

/** Where the town hall writes to who proposed: personal, and not the place of the project. */
export const authorAddress: Migration = {
  number: 3,
  name: 'author-address',
  async up(db, { columnTypes }) {
    await db.schema.alterTable('submission').addColumn('author_address', columnTypes.text).execute()
  },
}
