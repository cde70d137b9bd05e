import type { PlacedDoor, PlacedStreetName } from '../../../shared/domain/addresses/address-file.ts'
import { foldSuffix, readHouseNumber } from '../../../shared/domain/addresses/house-number.ts'
import { streetKey } from '../../../shared/domain/addresses/street-words.ts'
import type { CellValue } from '../../../shared/domain/imports/raw-table.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { fromLambert93 } from '../districts/read-districts.ts'
import type { ScannedFile } from '../formats/import-format.ts'
import { importFormats } from '../formats/index.ts'
import { scanFile } from '../formats/scan-file.ts'
import { type AddressField, addressColumns } from './address-columns.ts'

/** Of several positions of one address, the door is where people go. */
const positionRanks: readonly string[] = [
  'entree',
  'entrance',
  'batiment',
  'building',
  'cage d escalier',
  'logement',
]

const inseeCode = /^(?!00)[0-9][0-9AB][0-9]{3}$/
/** Lines shown of what is left out. */
const shownLines = 20
/** Rows are told from time to time. */
const toldEvery = 5_000

/** What a file of addresses holds. */
export interface ReadAddresses {
  readonly file: Pick<ScannedFile, 'fileName' | 'sha256'>
  readonly rows: number
  readonly streets: readonly PlacedStreetName[]
  readonly doors: readonly PlacedDoor[]
  readonly communes: readonly { readonly code: string; readonly name: string; readonly addresses: number }[]
  readonly rejected: number
  readonly rejectedLines: readonly number[]
}

interface Positions {
  readonly longitude: number
  readonly latitude: number
}

function decimal(text: string): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.'))
}

function readPosition(cell: (field: AddressField) => string): Positions | undefined {
  const [longitude, latitude] = [decimal(cell('longitude')), decimal(cell('latitude'))]
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0))
    return { longitude, latitude }
  const [x, y] = [decimal(cell('x')), decimal(cell('y'))]
  // Lambert-93 covers the mainland; elsewhere x and y are of another projection and say nothing here.
  if (!(x > 0 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000)) return undefined
  const [east, north] = fromLambert93(x, y)
  return { longitude: east, latitude: north }
}

/**
 * Reads a CSV of addresses whole. `communes` keeps only these INSEE codes or names. Refuses what no table is, a table
 * without street or coordinates (`addresses-columns-missing`), one without any address (`addresses-none`), `cancelled`.
 */
export async function readAddresses(
  path: string,
  communes: readonly string[] | undefined,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ReadAddresses> {
  const file = await scanFile(path, signal)
  const format = importFormats.find((candidate) => candidate.recognises(file))
  if (format === undefined) throw new AppError('format-unknown', { file: file.fileName })
  const table = await format.open(file, {}, signal)
  try {
    const columns = addressColumns(table.columns)
    const placed =
      (columns.longitude !== undefined && columns.latitude !== undefined) ||
      (columns.x !== undefined && columns.y !== undefined)
    if (columns.street === undefined || !placed)
      throw new AppError('addresses-columns-missing', { file: file.fileName })
    const gather = createGatherer(communes)
    for await (const batch of table.rows(signal)) {
      if (signal.aborted) throw new AppError('cancelled')
      for (const [index, row] of batch.rows.entries()) {
        const cell = (field: AddressField): string => {
          const at = columns[field]
          const value: CellValue | undefined = at === undefined ? undefined : row.cells[at]
          return value === undefined || value === null ? '' : String(value).trim()
        }
        gather.take(row.line, cell)
        if (index % toldEvery === 0) onProgress(batch.bytesRead, table.totalBytes)
      }
      for (const issue of batch.issues) gather.reject(issue.line)
    }
    const { streets, doors, rows, ...told } = gather.end()
    if (streets.length === 0) throw new AppError('addresses-none', { file: file.fileName })
    return { file, rows, streets, doors, ...told }
  } finally {
    await table.close()
  }
}

interface OpenStreet {
  readonly id: number
  readonly name: string
  readonly key: string
  readonly commune: string
  communeCode: string
  postcode: string
  readonly doors: Map<string, { rank: number; number: number | null; suffix: string } & Positions>
}

/** Puts rows together: one street per name and commune, one door per number. */
function createGatherer(kept: readonly string[] | undefined) {
  const wanted = kept === undefined ? undefined : new Set(kept.map((name) => foldToWords(name)))
  const streets = new Map<string, OpenStreet>()
  const counts = new Map<string, { code: string; name: string; addresses: number }>()
  const rejectedLines: number[] = []
  let [rows, rejected] = [0, 0]
  const reject = (line: number): void => {
    rows += 1
    rejected += 1
    if (rejectedLines.length < shownLines) rejectedLines.push(line)
  }
  return {
    reject,
    take(line: number, cell: (field: AddressField) => string): void {
      const name = (cell('street') || cell('hamlet')).replace(/\s+/g, ' ')
      const position = readPosition(cell)
      const key = streetKey(name)
      if (key === '' || position === undefined) {
        reject(line)
        return
      }
      rows += 1
      const commune = cell('commune')
      const code = [cell('communeCode'), cell('key').slice(0, 5)].find((text) => inseeCode.test(text)) ?? ''
      // A name is the same for all rows of a commune; a code may be wrong in some of them.
      const communeKey = foldToWords(commune) || code
      const count = counts.get(communeKey) ?? { code, name: commune || code, addresses: 0 }
      if (count.code === '') count.code = code
      count.addresses += 1
      counts.set(communeKey, count)
      if (wanted !== undefined && !wanted.has(communeKey) && !wanted.has(code.toLowerCase())) return
      const streetId = `${communeKey}/${key}`
      const street: OpenStreet = streets.get(streetId) ?? {
        id: streets.size + 1,
        name,
        key,
        commune,
        communeCode: code,
        postcode: cell('postcode'),
        doors: new Map(),
      }
      streets.set(streetId, street)
      const number = readHouseNumber(cell('number'))
      const suffix = number === undefined ? '' : foldSuffix(cell('suffix'))
      const at = positionRanks.indexOf(foldToWords(cell('position')))
      const rank = at < 0 ? positionRanks.length : at
      const doorKey = `${number ?? ''}${suffix}`
      const known = street.doors.get(doorKey)
      if (known === undefined || rank < known.rank)
        street.doors.set(doorKey, { rank, number: number ?? null, suffix, ...position })
    },
    end() {
      const placedStreets: PlacedStreetName[] = []
      const placedDoors: PlacedDoor[] = []
      for (const { doors, ...street } of streets.values()) {
        const all = [...doors.values()]
        placedStreets.push({ ...street, ...middleOf(all) })
        for (const { rank: _rank, ...door } of all)
          placedDoors.push({ id: placedDoors.length + 1, streetId: street.id, ...door })
      }
      return {
        rows,
        rejected,
        rejectedLines,
        streets: placedStreets,
        doors: placedDoors,
        communes: [...counts.values()].sort((left, right) => right.addresses - left.addresses),
      }
    },
  }
}

/** The door that is nearest to the middle of all: a point in the street, also where it bends. */
function middleOf(doors: readonly Positions[]): Positions {
  const longitude = doors.reduce((sum, door) => sum + door.longitude, 0) / doors.length
  const latitude = doors.reduce((sum, door) => sum + door.latitude, 0) / doors.length
  let best = doors[0] ?? { longitude, latitude }
  let least = Number.POSITIVE_INFINITY
  for (const door of doors) {
    const away = (door.longitude - longitude) ** 2 * 0.5 + (door.latitude - latitude) ** 2
    if (away < least) {
      least = away
      best = door
    }
  }
  return { longitude: best.longitude, latitude: best.latitude }
}
