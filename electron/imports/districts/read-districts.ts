import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DistrictDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import { AppError } from '../../../shared/errors/app-error.ts'

const largestText = 100 * 1024 * 1024

const position = z.array(z.number()).min(2)
const polygon = z.array(z.array(position))
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
])
const isPoint = z.object({ type: z.enum(['Point', 'MultiPoint']) })
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      geometry: z.unknown(),
      properties: z.record(z.string(), z.unknown()).nullish(),
      id: z.union([z.string(), z.number()]).optional(),
    }),
  ),
})

/** Property names that hold each thing, folded, best first. */
const names = {
  name: [
    'nom quartier',
    'nom du quartier',
    'nom',
    'name',
    'libelle',
    'lib',
    'nom secteur',
    'nom district',
    'l qu',
    'label',
    'title',
  ],
  code: ['code', 'code quartier', 'numero', 'num', 'quartier', 'id', 'c qu', 'code iris', 'ref'],
  population: ['population', 'pop', 'nb hab', 'habitants'],
}

type Ring = readonly (readonly [number, number])[]

/** Twice the signed area: positive for a counter-clockwise ring. */
function doubleArea(ring: Ring): number {
  let sum = 0
  for (let index = 0; index < ring.length; index++) {
    const [x1, y1] = ring[index] ?? [0, 0]
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [0, 0]
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

/** Closes a ring and turns it the way RFC 7946 wants: outer ones counter-clockwise, holes clockwise. */
function properRing(ring: Ring, outer: boolean): Ring {
  const first = ring[0]
  const last = ring.at(-1)
  const closed =
    first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])
      ? [...ring, first]
      : ring
  return doubleArea(closed) > 0 === outer ? closed : [...closed].reverse()
}

function property(
  properties: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
): string | undefined {
  const byName = new Map(Object.entries(properties).map(([key, value]) => [foldToWords(key), value]))
  for (const name of wanted) {
    const value = byName.get(name)
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      return String(value).trim()
  }
  return undefined
}

/** Inverse Lambert-93 (EPSG:2154): constants and series of IGN's note NTG 71, algorithms ALG0002 and ALG0004. */
export function fromLambert93(x: number, y: number): readonly [number, number] {
  const n = 0.725607765053267
  const c = 11754255.426096
  const eccentricity = 0.08181919104281579
  const [xs, ys] = [700_000, 12_655_612.049876]
  const radius = Math.hypot(x - xs, y - ys)
  const gamma = Math.atan((x - xs) / (ys - y))
  const longitude = (3 * Math.PI) / 180 + gamma / n
  const isometric = -Math.log(Math.abs(radius / c)) / n
  let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2
  for (let turn = 0; turn < 12; turn++) {
    const sine = eccentricity * Math.sin(latitude)
    latitude =
      2 * Math.atan(((1 + sine) / (1 - sine)) ** (eccentricity / 2) * Math.exp(isometric)) - Math.PI / 2
  }
  return [(longitude * 180) / Math.PI, (latitude * 180) / Math.PI]
}

/** Brings a position to WGS84 [longitude, latitude]: Lambert-93 metres converted, swapped French coordinates turned. */
function toWgs84(point: readonly number[], swapped: boolean): readonly [number, number] {
  const [a = 0, b = 0] = point
  if (Math.abs(a) > 180 || Math.abs(b) > 90) return fromLambert93(a, b)
  return swapped ? [b, a] : [a, b]
}

export interface ReadDistricts {
  /** No surface anywhere, only points: addresses or places rather than districts. */
  readonly pointsOnly: boolean
  readonly drafts: readonly { readonly line: number; readonly draft: DistrictDraft }[]
  readonly issues: readonly RowIssue[]
  readonly notices: readonly {
    readonly code: string
    readonly parameters: Readonly<Record<string, string | number>>
  }[]
}

/** Whether a text file is GeoJSON, by its beginning. */
export function looksLikeGeoJson(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head.subarray(0, 8_192))
  return /^\ufeff?\s*\{/.test(start) && /"(FeatureCollection|Feature)"/.test(start)
}

/** Reads the districts of a GeoJSON file (RFC 7946; domain reference §8.2). Refuses `geojson-damaged`. */
export async function readDistricts(path: string, fileName: string): Promise<ReadDistricts> {
  const bytes = await readFile(path)
  if (bytes.length > largestText) throw new AppError('file-too-large', { file: fileName, limit: '100 Mio' })
  let parsed: z.infer<typeof collection>
  try {
    parsed = collection.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    throw new AppError('geojson-damaged', { file: fileName }, { cause: error })
  }
  const issues: RowIssue[] = []
  const drafts: { line: number; draft: DistrictDraft }[] = []
  const notices = new Map<string, ReadDistricts['notices'][number]>()
  const seen = new Set<string>()
  for (const [index, feature] of parsed.features.entries()) {
    const line = index + 1
    const properties = feature.properties ?? {}
    const shape = geometry.safeParse(feature.geometry)
    const polygons = !shape.success
      ? []
      : shape.data.type === 'Polygon'
        ? [shape.data.coordinates]
        : shape.data.coordinates
    const rings = polygons.filter((rings) => rings.length > 0 && rings.every((ring) => ring.length >= 3))
    if (rings.length === 0) {
      issues.push({ line, column: 'geometry', code: 'geometry-invalid' })
      continue
    }
    const sample = rings[0]?.[0]?.[0] ?? []
    const [a = 0, b = 0] = sample
    if (Math.abs(a) > 180) notices.set('lambert-93', { code: 'lambert-93', parameters: {} })
    // Mainland France lies at 41–51° north and 5° west to 10° east: a first number of 41–51 is a latitude.
    const swapped = a >= 41 && a <= 51.5 && b >= -6 && b <= 10
    if (swapped) notices.set('coordinates-swapped', { code: 'coordinates-swapped', parameters: {} })
    const code =
      property(properties, names.code) ?? (feature.id === undefined ? undefined : String(feature.id))
    const name = property(properties, names.name) ?? code
    if (name === undefined) {
      issues.push({ line, column: 'properties', code: 'title-missing' })
      continue
    }
    const key = code ?? name
    if (seen.has(key)) {
      issues.push({ line, column: 'code', code: 'identifier-repeated', value: key })
      continue
    }
    seen.add(key)
    const population = Number(property(properties, names.population) ?? 'NaN')
    drafts.push({
      line,
      draft: {
        kind: 'district',
        externalId: key,
        code: code ?? String(line).padStart(2, '0'),
        name,
        population: Number.isInteger(population) && population >= 0 ? population : undefined,
        geometry: {
          type: 'MultiPolygon',
          coordinates: rings.map((polygonRings) =>
            polygonRings.map((ring, ringIndex) =>
              properRing(
                ring.map((point) => toWgs84(point, swapped)),
                ringIndex === 0,
              ),
            ),
          ),
        },
      },
    })
  }
  const shapes = parsed.features.map((feature) => feature.geometry).filter((shape) => shape !== null)
  const pointsOnly = shapes.length > 0 && shapes.every((shape) => isPoint.safeParse(shape).success)
  return { pointsOnly, drafts, issues, notices: [...notices.values()] }
}
