import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { ColumnKind } from '../../../shared/domain/reports/report-document.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import type { PlacedSubmission } from '../../data/map/place.repository.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import { writeXlsx } from '../../exports/writers/xlsx.writer.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { DossierCall } from '../call.ts'

/** Decimals of a published coordinate: a metre. Domain reference §8.2. */
const decimals = 5

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(decimals))

/** Writes proposals where they stand, nobody's name with them: a workbook, or GeoJSON (RFC 7946) by the path's ending. */
export async function exportSelection(
  call: DossierCall,
  process: ProcessDetail,
  submissions: readonly PlacedSubmission[],
  target: string,
): Promise<{ readonly path: string; readonly rows: number }> {
  const path = resolve(target)
  const language = await spokenLanguage(call.ports)
  const translate = createTranslator(language)
  const themes = new Map(process.themes.map(({ id, name }) => [id, name]))
  const districts = new Map(process.districts.map(({ id, name }) => [id, name]))
  const rows = submissions.map((row) => ({
    number: row.number,
    reference: row.reference,
    title: row.title,
    stage: translate(`labels.stage.${row.stage}`),
    theme: themes.get(row.theme_id ?? '') ?? '',
    district: districts.get(row.district_id ?? '') ?? '',
    address: row.address ?? '',
    longitude: rounded(row.longitude),
    latitude: rounded(row.latitude),
  }))
  if (/^\.(geo)?json$/i.test(extname(path))) {
    const collection = {
      type: 'FeatureCollection',
      features: rows.map(({ longitude, latitude, ...properties }) => ({
        type: 'Feature',
        geometry:
          longitude === null || latitude === null
            ? null
            : { type: 'Point', coordinates: [longitude, latitude] },
        properties,
      })),
    }
    await writeFileAtomically(
      path,
      (temporary) => writeFile(temporary, JSON.stringify(collection)),
      call.signal,
    )
    return { path, rows: rows.length }
  }
  const column = (key: keyof (typeof rows)[number], width: number, kind: ColumnKind) => ({
    header: translate(`map.sheet.${key}`),
    key,
    width,
    kind,
  })
  const title = translate('map.sheet.name')
  const document = {
    title: `${title} – ${process.title}`,
    sheets: [
      {
        name: title,
        columns: [
          column('number', 8, 'integer'),
          column('reference', 14, 'text'),
          column('title', 60, 'long-text'),
          column('stage', 22, 'text'),
          column('theme', 26, 'text'),
          column('district', 26, 'text'),
          column('address', 40, 'text'),
          column('longitude', 12, 'coordinate'),
          column('latitude', 12, 'coordinate'),
        ],
        rows,
      },
    ],
    properties: { title, language, author: 'Parvis' },
    timeZone: process.timeZone,
    generatedAt: call.ports.clock.now(),
  } as const
  await writeFileAtomically(
    path,
    async (temporary) => {
      await writeXlsx(document, temporary, { signal: call.signal })
    },
    call.signal,
  )
  return { path, rows: rows.length }
}
