import type { AddressIndex, KnownStreet } from './address-index.ts'
import type { HouseNumber } from './house-number.ts'
import { parseAddress, type ReadAddress } from './parse-address.ts'
import { foldWords } from './street-words.ts'

/** A numbered door of a street. WGS84 degrees. */
export interface KnownDoor {
  readonly id: number
  readonly number: number | null
  readonly suffix: string
  readonly longitude: number
  readonly latitude: number
}

/** What a match rests on, the surest first. `uncertain`: a person must look. */
export const matchKinds = ['exact', 'nearest', 'street', 'uncertain'] as const
export type MatchKind = (typeof matchKinds)[number]

/** A place that an address may mean. `score` 0 to 1. */
export interface AddressMatch {
  readonly street: KnownStreet
  /** The door taken; undefined: the middle of the street. */
  readonly door: KnownDoor | undefined
  readonly kind: MatchKind
  readonly score: number
}

/** From so sure on, a match is offered for placing in one act. */
export const defaultThreshold = 0.8

/** Below, the street itself is doubtful. */
const sureStreet = 0.78
/** Two streets nearer than this cannot be told apart. */
const tooClose = 0.03
/** A missing number is looked for that far along its street. */
const mostAway = 30

function commonFaults(read: ReadAddress, street: KnownStreet): number {
  let factor = 1
  if (read.postcode !== undefined && street.postcode !== '' && read.postcode !== street.postcode)
    factor *= 0.9
  if (read.commune !== '' && street.commune !== '' && read.postcode !== undefined) {
    const commune = foldWords(street.commune).join(' ')
    if (!read.commune.startsWith(commune) && !commune.startsWith(read.commune)) factor *= 0.85
  }
  return factor
}

/** The door with this number, else the nearest one on the same side, else on the other. */
function findDoor(
  doors: readonly KnownDoor[],
  { number, suffix }: HouseNumber,
): { readonly door: KnownDoor; readonly away: number; readonly sameSuffix: boolean } | undefined {
  let best: { door: KnownDoor; away: number; sameSuffix: boolean } | undefined
  let cost = Number.POSITIVE_INFINITY
  for (const door of doors) {
    if (door.number === null) continue
    const away = Math.abs(door.number - number)
    if (away > mostAway) continue
    const sameSuffix = door.suffix === suffix
    const otherSide = (door.number - number) % 2 !== 0
    const asked = away * 4 + (otherSide ? 6 : 0) + (sameSuffix ? 0 : door.suffix === '' ? 1 : 2)
    if (asked < cost) {
      cost = asked
      best = { door, away, sameSuffix }
    }
  }
  return best
}

function matchOf(
  read: ReadAddress,
  street: KnownStreet,
  likeness: number,
  doors: readonly KnownDoor[],
): AddressMatch {
  const likely = likeness * commonFaults(read, street)
  const sure = likely >= sureStreet
  if (read.house === undefined) {
    const kind = sure ? 'street' : 'uncertain'
    return { street, door: undefined, kind, score: likely * 0.7 }
  }
  const found = findDoor(doors, read.house)
  if (found === undefined)
    return { street, door: undefined, kind: sure ? 'street' : 'uncertain', score: likely * 0.6 }
  const { door, away, sameSuffix } = found
  if (away === 0) {
    const score = likely * (sameSuffix ? 1 : 0.95)
    return { street, door, kind: sure ? (sameSuffix ? 'exact' : 'nearest') : 'uncertain', score }
  }
  return {
    street,
    door,
    kind: sure ? 'nearest' : 'uncertain',
    score: likely * Math.max(0.6, 0.9 - away * 0.01),
  }
}

/**
 * The places that a written address may mean, the likeliest first. `doorsOf` gives the doors of a street. A best match
 * that another one equals is uncertain, whatever its words. `unfinished`: the address is still being typed.
 */
export function geocode(
  text: string,
  index: AddressIndex,
  doorsOf: (street: KnownStreet) => readonly KnownDoor[],
  { limit = 5, unfinished = false }: { readonly limit?: number; readonly unfinished?: boolean } = {},
): readonly AddressMatch[] {
  const best = new Map<number, AddressMatch>()
  for (const read of parseAddress(text)) {
    for (const { street, score } of index.match(read.street, Math.max(8, limit), unfinished)) {
      const known = best.get(street.id)
      // Even a perfect number cannot lift a street over what is already known of it.
      if (known !== undefined && known.score >= score) continue
      const match = matchOf(read, street, score, doorsOf(street))
      if (known === undefined || match.score > known.score) best.set(street.id, match)
    }
  }
  const matches = [...best.values()].sort((left, right) => right.score - left.score)
  const [first, second] = matches
  if (
    first !== undefined &&
    second !== undefined &&
    first.score - second.score < tooClose &&
    first.score < 0.995
  )
    matches[0] = { ...first, kind: 'uncertain', score: first.score * 0.75 }
  else if (first !== undefined && second !== undefined && second.score === first.score)
    matches[0] = { ...first, kind: 'uncertain', score: first.score * 0.75 }
  return matches.slice(0, limit)
}

/** An address as it is written on an envelope. */
export function addressLabel({ street, door }: Pick<AddressMatch, 'street' | 'door'>): string {
  const number = door?.number == null ? '' : `${door.number}${door.suffix === '' ? '' : ` ${door.suffix}`} `
  const place = [street.postcode, street.commune].filter((part) => part !== '').join(' ')
  return `${number}${street.name}${place === '' ? '' : `, ${place}`}`
}
