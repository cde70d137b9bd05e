import { foldToWords } from '../../../shared/domain/text/fold.ts'

/**
 * Headers of each thing, folded, best first: Base Adresse Nationale (`nom_voie`), Base Adresse Locale (`voie_nom`),
 * BANO (`voie`). Read by name: their order differs from one vintage to the next (domain reference §8.1).
 */
const headers = {
  street: ['nom voie', 'voie nom', 'voie', 'nom de la voie'],
  hamlet: ['nom ld', 'lieudit complement nom'],
  number: ['numero', 'num'],
  suffix: ['rep', 'suffixe', 'repetition', 'indice'],
  postcode: ['code postal', 'code post'],
  communeCode: ['code insee', 'commune insee', 'insee'],
  commune: ['nom commune', 'commune nom', 'ville', 'commune'],
  key: ['cle interop'],
  longitude: ['lon', 'long', 'longitude'],
  latitude: ['lat', 'latitude'],
  x: ['x'],
  y: ['y'],
  position: ['position', 'type position'],
} as const
export type AddressField = keyof typeof headers

/** Where each thing stands in a table, by its headers. */
export function addressColumns(names: readonly string[]): Readonly<Partial<Record<AddressField, number>>> {
  const folded = names.map(foldToWords)
  const found: Partial<Record<AddressField, number>> = {}
  for (const [field, wanted] of Object.entries(headers) as [AddressField, readonly string[]][]) {
    const index = wanted.map((name) => folded.indexOf(name)).find((at) => at >= 0)
    if (index !== undefined) found[field] = index
  }
  return found
}

/** Headers that only a register of proposals has. */
const proposalHeader =
  /\b(titre|title|intitule|description|descriptif|propositions?|projet|project|texte|body|contenu|idee)\b/

/** Whether these headers are those of an address base rather than of proposals. */
export function looksLikeAddresses(names: readonly string[]): boolean {
  const columns = addressColumns(names)
  const coordinates = columns.longitude !== undefined || columns.x !== undefined
  const named = columns.communeCode ?? columns.key ?? columns.postcode
  if (names.some((name) => proposalHeader.test(foldToWords(name)))) return false
  return coordinates && columns.street !== undefined && columns.number !== undefined && named !== undefined
}
