import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../shared/errors/app-error.ts'
import { looksLikeGeoJson } from '../districts/read-districts.ts'
import type { ImportFormat, ScannedFile } from './import-format.ts'
import { flattenAll, recordsTable } from './json.format.ts'

const largestText = 100 * 1024 * 1024

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const pointGeometry = z.union([
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1) }),
])
const pointCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        geometry: pointGeometry.nullish(),
        properties: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .min(1),
})

/** Points with their properties (GeoJSON): a table like any other, its places in `longitude` and `latitude`. */
export const pointsFormat: ImportFormat = {
  id: 'geojson',
  extensions: ['geojson'],
  recognises: (file) => looksLikeGeoJson(file.head),

  async open(file: ScannedFile, _choices, signal) {
    if (file.bytes > largestText)
      throw new AppError('file-too-large', { file: file.fileName, limit: '100 Mio' })
    const bytes = await readFile(file.path, { signal })
    let collection: z.infer<typeof pointCollection>
    try {
      collection = pointCollection.parse(JSON.parse(new TextDecoder().decode(bytes)))
    } catch (error) {
      throw new AppError('geojson-damaged', { file: file.fileName }, { cause: error })
    }
    const records = collection.features.map(({ geometry, properties }) => {
      const point = geometry?.type === 'MultiPoint' ? geometry.coordinates[0] : geometry?.coordinates
      return point === undefined
        ? (properties ?? {})
        : { ...properties, longitude: point[0], latitude: point[1] }
    })
    return recordsTable(file, 'geojson', 'utf-8', flattenAll(records, file.fileName))
  },
}
