import { csvFormat } from './csv.format.ts'
import type { ImportFormat } from './import-format.ts'
import { jsonFormat } from './json.format.ts'
import { odsFormat } from './ods.format.ts'
import { pointsFormat } from './points.format.ts'
import { xlsxFormat } from './xlsx.format.ts'
import { zipFormat } from './zip.format.ts'

/**
 * Formats in the order in which they are tried on a file; plain text comes last since almost anything could be.
 * To add one: its file `<name>.format.ts`, its line here, and a sample in `tests/fixtures/imports`.
 */
export const importFormats = [
  odsFormat,
  xlsxFormat,
  zipFormat,
  pointsFormat,
  jsonFormat,
  csvFormat,
] as const satisfies readonly ImportFormat[]
