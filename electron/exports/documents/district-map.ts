import type { MultiPolygonCoordinates } from '../../../shared/read-models/process.ts'
import { type HexColor, mixColors, readableOnWhite } from './colors.ts'
import { type DrawnRings, labelPoint, nameLines, type Point } from './district-labels.ts'
import { placePins } from './map-pins.ts'
import { drawRings, fitProjection, type MapProjection } from './map-projection.ts'
import { escapeHtml, type Markup, trustedMarkup } from './markup.ts'

/** A district of the map: with `caption` under its name, and set back when it only gives context. */
export interface MappedDistrict {
  /** What is written on the map: the name, or a short key of the legend where names would cover each other. */
  readonly name: string
  readonly caption: string | null
  readonly polygon: MultiPolygonCoordinates
  readonly isContext: boolean
}

export interface MappedPlace {
  readonly label: string
  readonly longitude: number
  readonly latitude: number
}

export interface DistrictMapInput {
  readonly districts: readonly MappedDistrict[]
  readonly places: readonly MappedPlace[]
  /** Width of the drawing and its greatest height, in CSS px of the page. */
  readonly width: number
  readonly maximumHeight: number
  readonly color: HexColor
  readonly title: string
  readonly description: string
  readonly kilometreLabel: string
  readonly halfKilometreLabel: string
}

/** The districts of a town with numbered pins, as vector graphics with a text alternative. Undefined with nothing to draw. */
export function districtMap(input: DistrictMapInput): Markup | undefined {
  const projection = projectionOf(input)
  if (projection === undefined) return undefined
  const places = input.places.filter((place) => projection.holds(place.longitude, place.latitude))
  const radius = places.length > 120 ? 8.5 : places.length > 40 ? 10 : 12.5
  const pins = placePins(
    places.map((place) => ({
      label: place.label,
      place: projection.project(place.longitude, place.latitude),
    })),
    { width: projection.width, height: projection.height, radius },
  )
  const drawn = input.districts.map((district) => ({
    district,
    rings: drawRings(district.polygon, projection),
  }))
  const obstacles = pins.map((pin) => pin.at)
  const shapes = [...drawn]
    .sort((a, b) => Number(b.district.isContext) - Number(a.district.isContext))
    .map(({ district, rings }) => districtShape(rings, district.isContext, input.color))
  const names = drawn
    .filter(({ district }) => !district.isContext)
    .map(({ district, rings }) => districtName(district, rings, obstacles, input.color))
  const leaders = pins
    .filter((pin) => Math.hypot(pin.at.x - pin.place.x, pin.at.y - pin.place.y) > 2.5)
    .map(
      (pin) =>
        `<path d="M${round(pin.place.x)} ${round(pin.place.y)}L${round(pin.at.x)} ${round(pin.at.y)}"/><circle cx="${round(pin.place.x)}" cy="${round(pin.place.y)}" r="1.8"/>`,
    )
  const ink = readableOnWhite(input.color)
  const numbers = pins.map(({ label, at }) => {
    const size = label.length > 2 ? radius * 0.82 : radius * 1.02
    return `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${radius}"/><text x="${round(at.x)}" y="${round(at.y + size * 0.35)}" font-size="${round(size)}">${escapeHtml(label)}</text>`
  })
  return trustedMarkup(
    `<svg class="map" role="img" aria-label="${escapeHtml(`${input.title}. ${input.description}`)}" width="${projection.width}" height="${projection.height}" viewBox="0 0 ${projection.width} ${projection.height}"><title>${escapeHtml(input.title)}</title><desc>${escapeHtml(input.description)}</desc>${shapes.join('')}<g class="map-names">${names.join('')}</g><g stroke="${ink}" stroke-width="0.9" fill="${ink}">${leaders.join('')}</g><g class="map-pins" fill="${ink}" stroke="#fff" stroke-width="1.2">${numbers.join('')}</g>${scaleBar(projection, input)}</svg>`,
  )
}

/** Places that lie on the map that these districts and places make. A position typed far away is not one of them. */
export function placesOnMap(
  input: Pick<DistrictMapInput, 'districts' | 'places' | 'width' | 'maximumHeight'>,
): readonly MappedPlace[] {
  const projection = projectionOf(input)
  return projection === undefined
    ? []
    : input.places.filter((place) => projection.holds(place.longitude, place.latitude))
}

function projectionOf(
  input: Pick<DistrictMapInput, 'districts' | 'places' | 'width' | 'maximumHeight'>,
): MapProjection | undefined {
  const inFocus = input.districts.filter((district) => !district.isContext)
  const corners = (inFocus.length > 0 ? inFocus : input.districts).flatMap((district) =>
    district.polygon.flat(2),
  )
  const places = input.places.map((place) => [place.longitude, place.latitude] as const)
  const positions = corners.length > 0 ? corners : withoutStrays(places)
  return fitProjection(positions, { width: input.width, maximumHeight: input.maximumHeight, margin: 14 })
}

/** Without districts the places make the frame: those over half a degree from the middle one would shrink the town to a dot. */
function withoutStrays(
  places: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const middle = (axis: 0 | 1): number => {
    const sorted = places.map((place) => place[axis]).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  const longitude = middle(0)
  const latitude = middle(1)
  return places.filter((place) => Math.abs(place[0] - longitude) < 0.5 && Math.abs(place[1] - latitude) < 0.5)
}

function districtShape(rings: DrawnRings, isContext: boolean, color: HexColor): string {
  const path = rings
    .map((ring) => `M${ring.map((point) => `${round(point.x)} ${round(point.y)}`).join('L')}Z`)
    .join('')
  const fill = isContext ? '#f4f5f5' : mixColors(color, '#ffffff', 0.84)
  const line = isContext ? '#d9dcde' : mixColors(color, '#ffffff', 0.35)
  return `<path d="${path}" fill="${fill}" fill-rule="evenodd" stroke="${line}" stroke-width="1.2" stroke-linejoin="round"/>`
}

function districtName(
  district: MappedDistrict,
  rings: DrawnRings,
  obstacles: readonly Point[],
  color: HexColor,
): string {
  const at = labelPoint(rings, obstacles)
  if (at === undefined) return ''
  const lines = nameLines(district.name, 20)
  const first = at.y - ((lines.length - 1) * 13) / 2 - (district.caption === null ? 0 : 6)
  const spans = lines.map(
    (line, index) => `<tspan x="${round(at.x)}" y="${round(first + index * 13)}">${escapeHtml(line)}</tspan>`,
  )
  const caption =
    district.caption === null
      ? ''
      : `<tspan class="map-caption" x="${round(at.x)}" y="${round(first + lines.length * 13)}">${escapeHtml(district.caption)}</tspan>`
  return `<text fill="${mixColors(color, '#000000', 0.45)}">${spans.join('')}${caption}</text>`
}

function scaleBar(
  projection: MapProjection,
  labels: Pick<DistrictMapInput, 'kilometreLabel' | 'halfKilometreLabel'>,
): string {
  const kilometre = projection.pixelsPerKilometre
  const isWide = kilometre > projection.width / 3
  const length = isWide ? kilometre / 2 : kilometre
  if (length < 8 || length > projection.width / 2) return ''
  const x = projection.width - length - 4
  const y = projection.height - 5
  const label = isWide ? labels.halfKilometreLabel : labels.kilometreLabel
  return `<g class="map-scale"><path d="M${round(x)} ${y - 4}V${y}H${round(x + length)}V${y - 4}" fill="none" stroke="#565c61"/><text x="${round(x + length / 2)}" y="${y - 5}">${escapeHtml(label)}</text></g>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
