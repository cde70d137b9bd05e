/** Fields that a column of any table can feed; `extra` keeps it under its own header, `ignore` leaves it out. */
export const mappableFields = [
  'externalId',
  'title',
  'body',
  'authorName',
  'authorEmail',
  'authorPhone',
  'authorAddress',
  'theme',
  'district',
  'address',
  'latitude',
  'longitude',
  'submittedAt',
  'channel',
  'declaredCost',
  'supportsCount',
  'url',
  'reference',
  'extra',
  'ignore',
] as const
export type MappableField = (typeof mappableFields)[number]

/** Which field each column feeds, by the file's own header. Several columns may feed `body`, `authorName` or
 * `authorAddress`: they are joined in order. */
export interface ColumnMapping {
  readonly columns: Readonly<Record<string, MappableField>>
  /** Order of day and month in dates that could be read both ways. French files write the day first. */
  readonly dateOrder: 'day-first' | 'month-first'
}
