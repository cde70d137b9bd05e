import type { CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.ts'

/** Who said a proposal's district, the address base, and where the images behind the map come from. */
export const map: Migration = {
  number: 8,
  name: 'map',
  async up(db, { columnTypes }) {
    const { text, integer, real, tableEnd } = columnTypes
    const end = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
      table.modifyEnd(tableEnd)
    await db.schema.alterTable('submission').addColumn('district_origin', text).execute()
    await end(
      db.schema
        .createTable('address_base')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('file_name', text, (column) => column.notNull())
        .addColumn('sha256', text, (column) => column.notNull())
        .addColumn('imported_at', text, (column) => column.notNull())
        .addColumn('imported_by_name', text, (column) => column.notNull())
        .addColumn('streets', integer, (column) => column.notNull())
        .addColumn('addresses', integer, (column) => column.notNull())
        .addColumn('communes', text, (column) => column.notNull()),
    ).execute()
    await end(
      db.schema
        .createTable('known_street')
        .addColumn('id', integer, (column) => column.primaryKey())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('key', text, (column) => column.notNull())
        .addColumn('postcode', text, (column) => column.notNull())
        .addColumn('commune', text, (column) => column.notNull())
        .addColumn('commune_code', text, (column) => column.notNull())
        .addColumn('longitude', real, (column) => column.notNull())
        .addColumn('latitude', real, (column) => column.notNull()),
    ).execute()
    await end(
      db.schema
        .createTable('known_address')
        .addColumn('id', integer, (column) => column.primaryKey())
        .addColumn('street_id', integer, (column) => column.notNull().references('known_street.id'))
        .addColumn('number', integer)
        .addColumn('suffix', text, (column) => column.notNull())
        .addColumn('longitude', real, (column) => column.notNull())
        .addColumn('latitude', real, (column) => column.notNull()),
    ).execute()
    await db.schema.createIndex('known_address_street').on('known_address').column('street_id').execute()
    await db.schema.createIndex('known_address_latitude').on('known_address').column('latitude').execute()
    await end(
      db.schema
        .createTable('map_background')
        .addColumn('id', integer, (column) => column.primaryKey())
        .addColumn('enabled', integer, (column) => column.notNull())
        .addColumn('url_template', text, (column) => column.notNull())
        .addColumn('attribution', text, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull().defaultTo(1)),
    ).execute()
  },
}
