/** What a file can become. `decidim-*` are recognised by their headers; `table` goes through a column mapping. */
export const importTargets = [
  'decidim-proposals',
  'decidim-comments',
  'decidim-projects',
  'decidim-meetings',
  'table',
  'districts',
] as const
export type ImportTarget = (typeof importTargets)[number]
