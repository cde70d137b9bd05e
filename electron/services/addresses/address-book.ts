import type { PlacedStreetName } from '../../../shared/domain/addresses/address-file.ts'
import { type AddressIndex, createAddressIndex } from '../../../shared/domain/addresses/address-index.ts'
import {
  type AddressMatch,
  addressLabel,
  geocode,
  type KnownDoor,
} from '../../../shared/domain/addresses/geocode.ts'
import type { AddressSuggestion } from '../../../shared/read-models/addresses.ts'
import { findAddressBase, listDoors, listStreets } from '../../data/addresses/address.repository.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'

/** The address base in memory, ready for questions. */
export interface AddressBook {
  suggest(
    text: string,
    options?: { readonly limit?: number; readonly unfinished?: boolean },
  ): readonly AddressSuggestion[]
  /** Coordinates of a street or a door of the base; undefined when it is no longer there. */
  pointOf(
    choice: AddressSuggestion['choice'],
  ): { readonly longitude: number; readonly latitude: number } | undefined
}

/** One book per open dossier, as long as its base is the same. */
const books = new WeakMap<OpenDatabase, { readonly baseId: string; readonly book: AddressBook }>()

/** The address base of a dossier; undefined while none was imported. */
export async function openAddressBook(database: OpenDatabase): Promise<AddressBook | undefined> {
  const base = await findAddressBase(database.reader)
  if (base === undefined) return undefined
  const known = books.get(database)
  if (known?.baseId === base.id) return known.book
  const book = createBook(await listStreets(database.reader), await listDoors(database.reader))
  books.set(database, { baseId: base.id, book })
  return book
}

function createBook(
  streets: readonly PlacedStreetName[],
  doors: ReadonlyMap<number, readonly KnownDoor[]>,
): AddressBook {
  const index: AddressIndex = createAddressIndex(streets)
  const streetsById = new Map(streets.map((street) => [street.id, street]))
  const doorsById = new Map([...doors.values()].flat().map((door) => [door.id, door]))
  const suggestion = ({ street, door, kind, score }: AddressMatch): readonly AddressSuggestion[] => {
    const place = door ?? streetsById.get(street.id)
    if (place === undefined) return []
    return [
      {
        choice: door === undefined ? { kind: 'street', id: street.id } : { kind: 'address', id: door.id },
        label: addressLabel({ street, door }),
        kind,
        score,
        longitude: place.longitude,
        latitude: place.latitude,
      },
    ]
  }
  return {
    suggest: (text, options) =>
      geocode(text, index, ({ id }) => doors.get(id) ?? [], options).flatMap(suggestion),
    pointOf: ({ kind, id }) => (kind === 'street' ? streetsById : doorsById).get(id),
  }
}
