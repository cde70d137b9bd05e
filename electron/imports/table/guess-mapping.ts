import type { ColumnMapping, MappableField } from '../../../shared/domain/imports/column-mapping.ts'
import type { CellValue } from '../../../shared/domain/imports/raw-table.ts'
import { identifierOf, readingOf, textOf } from '../cell-reading.ts'

/** Header words that name a field, folded; the first field that matches wins. French first, then English. */
const synonyms: readonly (readonly [MappableField, RegExp])[] = [
  ['latitude', /^(lat|latitude|y)$/],
  ['longitude', /^(lon|lng|long|longitude|x)$/],
  ['authorEmail', /(courriel|e ?mail|^mail|adresse (mail|electronique))/],
  ['authorPhone', /(telephone|^tel\b|portable|phone|mobile)/],
  [
    'submittedAt',
    /(date (de )?(depot|reception|soumission|creation|publication|reponse)|depose le|recu le|^date$|horodat|date de la|timestamp|submitted|created at|submission date|edition|millesime)/,
  ],
  ['declaredCost', /(cout|montant|budget|prix|estimation|chiffrage|\bcost\b|amount|price)/],
  ['supportsCount', /(soutien|nombre de votes?|nb votes?|^votes?$|\bvoix\b|supports?|likes?)/],
  [
    'title',
    /^(titre|intitule|nom du projet|titre du projet|titre de la proposition|nom de la proposition|projet|idee|title|name of the project|project|subject|objet|libelle)$/,
  ],
  ['title', /(^titre\b|intitule|\btitle\b)/],
  [
    'body',
    /(description|descriptif|proposition|contenu|texte|contribution|detail|presentation|explication|motivation|expliquez|resume|objectif|body|text|content|comment|source)/,
  ],
  [
    'authorName',
    /^(nom|nom prenom|prenom nom|nom et prenom|prenom|auteur|porteur|porteuse|deposant|contributeur|participant|nom du porteur|nom de l auteur|author|name|proposer|porteur de projet|porteur du projet)$/,
  ],
  ['authorName', /(porteur|auteur|author|nom du (depos|contrib))/],
  [
    'district',
    /(quartier|secteur|arrondissement|canton|district|\bzone\b|neighbou?rhood|localisation arrdt)/,
  ],
  ['theme', /(theme|thematique|categorie|domaine|category|topic)/],
  ['channel', /(canal|mode de depot|origine|support de|channel)/],
  ['address', /(adresse|lieu|emplacement|localisation|address|location|place|voie)/],
  ['reference', /(^reference|^ref\b)/],
  [
    'externalId',
    /^(id|identifiant|n|no|num|numero|numero de depot|code|ids?|uuid|n projet|numero du projet|id projet|identifier|number)$/,
  ],
  ['url', /^(url|lien|link|page)$/],
]

/** Several columns may feed these; every other field takes one column only. */
const joined: readonly MappableField[] = ['body', 'authorName', 'extra', 'ignore']

/** Folds a header: lower case, no accents, words only. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Stands for a table's layout: remembered mappings are found again by it. */
export function headerSignature(columns: readonly string[]): string {
  return columns.map(foldHeader).sort().join('|')
}

function averageLength(values: readonly CellValue[]): number {
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '')
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length
}

/** Guesses what each column feeds, from its header, then from what stands under it. */
export function guessMapping(
  columns: readonly string[],
  sample: readonly { readonly cells: readonly CellValue[] }[],
): ColumnMapping {
  const mapping: Record<string, MappableField> = {}
  const taken = new Set<MappableField>()
  for (const column of columns) {
    const folded = foldHeader(column)
    const field =
      synonyms.find(
        ([candidate, pattern]) =>
          pattern.test(folded) && (joined.includes(candidate) || !taken.has(candidate)),
      )?.[0] ?? 'extra'
    mapping[column] = field
    taken.add(field)
  }
  for (const [index, column] of columns.entries()) {
    const field = mapping[column] ?? 'extra'
    if (
      !fits(
        field,
        sample.map((row) => row.cells[index] ?? null),
      )
    )
      mapping[column] = 'extra'
  }
  const lengths = columns.map((_column, index) =>
    averageLength(sample.map((row) => row.cells[index] ?? null)),
  )
  const free = (): readonly number[] =>
    columns.map((_column, index) => index).filter((index) => mapping[columns[index] ?? ''] === 'extra')
  if (!taken.has('body')) {
    const longest = [...free()].sort((left, right) => (lengths[right] ?? 0) - (lengths[left] ?? 0))[0]
    if (longest !== undefined && (lengths[longest] ?? 0) > 40) mapping[columns[longest] ?? ''] = 'body'
  }
  if (!Object.values(mapping).includes('title')) {
    const textual = [...free()]
      .filter((index) => (lengths[index] ?? 0) > 3)
      .sort((left, right) => (lengths[right] ?? 0) - (lengths[left] ?? 0))
    const title = textual.find((index) => (lengths[index] ?? 0) <= 120)
    if (title !== undefined) mapping[columns[title] ?? ''] = 'title'
  }
  return { columns: mapping, dateOrder: dateOrderOf(columns, sample, mapping) }
}

/** Whether what stands under a header can be what the header says: most of the filled cells must be readable. */
function fits(field: MappableField, values: readonly CellValue[]): boolean {
  const filled = values.filter((value) => textOf(value).trim() !== '')
  if (filled.length === 0) return true
  const reading = readingOf(0)
  const readable = (read: (value: CellValue) => unknown): boolean =>
    filled.filter((value) => read(value) !== undefined).length >= filled.length * 0.6
  switch (field) {
    case 'submittedAt':
      return readable((value) => reading.instant('', value) ?? reading.instant('', value, false))
    case 'declaredCost':
      return readable((value) => reading.amount('', value))
    case 'supportsCount':
      return readable((value) => reading.count('', value))
    case 'latitude':
      return (
        readable((value) => reading.coordinate('', value, 90)) ||
        filled.some((value) => /^\s*-?\d+\.\d+\s*[,; ]/.test(textOf(value)))
      )
    case 'longitude':
      return readable((value) => reading.coordinate('', value, 180))
    case 'externalId':
      return new Set(filled.map((value) => identifierOf(value))).size === filled.length
    default:
      return true
  }
}

/** A first number above 12 anywhere means that the day comes first; a second one above 12 the contrary. */
function dateOrderOf(
  columns: readonly string[],
  sample: readonly { readonly cells: readonly CellValue[] }[],
  mapping: Readonly<Record<string, MappableField>>,
): ColumnMapping['dateOrder'] {
  const index = columns.findIndex((column) => mapping[column] === 'submittedAt')
  for (const row of sample) {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(String(row.cells[index] ?? ''))
    if (match !== null && Number(match[1]) <= 12 && Number(match[2]) > 12) return 'month-first'
  }
  return 'day-first'
}
