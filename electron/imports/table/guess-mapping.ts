import type { ColumnMapping, MappableField } from '../../../shared/domain/imports/column-mapping.ts'
import type { CellValue } from '../../../shared/domain/imports/raw-table.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import { identifierOf, readingOf, textOf } from '../cell-reading.ts'

/** Header words that name a field, folded; the first field that matches wins. French first, then English. */
const synonyms: readonly (readonly [MappableField, RegExp])[] = [
  ['latitude', /^(lat|latitude|y)$/],
  ['longitude', /^(lon|lng|long|longitude|x)$/],
  ['url', /\b(url|lien|link)\b|^page$/],
  ['authorEmail', /(courriel|e ?mail|^mail|adresse (mail|electronique))/],
  ['authorPhone', /(telephone|^tel\b|portable|phone|mobile)/],
  // Before the project's own place: a home must never be taken for it, and published.
  [
    'authorAddress',
    /^((adresse|rue|voie|code postal|ville|commune|complement d adresse) (postale |complete )?(du |de la |de l |de )?(porteur|porteuse|auteur|autrice|deposant|deposante|demandeur|contributeur|contact|habitant)|adresse (postale|personnelle|de correspondance|du domicile)|domicile|(author|proposer|postal|mailing|home) address|address of the (author|proposer))\b/,
  ],
  [
    'submittedAt',
    /(date (de )?(depot|reception|soumission|creation|publication|reponse)|depose le|recu le|^date$|horodat|date de la|timestamp|submitted|created at|submission date|edition|millesime)/,
  ],
  ['declaredCost', /(cout|montant|budget|prix|estimation|chiffrage|\bcost\b|amount|price)/],
  ['supportsCount', /(soutien|nombre de votes?|nb votes?|^votes?$|votescount$|\bvoix\b|supports?|likes?)/],
  [
    'title',
    /^(titre|intitule|nom du projet|titre du projet|titre de la proposition|nom de la proposition|projet|idee|title|name of the project|project|subject|objet|libelle)$/,
  ],
  ['title', /(^titre\b|intitule|\btitle\b)/],
  [
    'body',
    /(description|descriptif|proposition|contenu|texte|contribution|detail|presentation|explication|motivation|expliquez|resume|objectif|body|text|content|commentaire|^comments?$)/,
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
  [
    'externalId',
    /^(id|identifiant|identifier|numero) (de |du |de la |d |of )?(l )?(projet|proposition|contribution|idee|depot|reponse|project|proposal|response|submission)\b|^(contribution|proposal|project|response|submission|reponse)s? ids?$/,
  ],
]

/** A header longer than this is a question of a form: its words say what was asked, not what the column holds. */
const longestName = 60

/** Several columns may feed these; every other field takes one column only. */
const joined: readonly MappableField[] = ['body', 'authorName', 'authorAddress', 'extra', 'ignore']

/** Stands for a table's layout: remembered mappings are found again by it. */
export function headerSignature(columns: readonly string[]): string {
  return columns.map(foldToWords).sort().join('|')
}

function averageLength(values: readonly CellValue[]): number {
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '')
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length
}

/** Guesses what each column feeds, from its header and from what stands under it. */
export function guessMapping(
  columns: readonly string[],
  sample: readonly { readonly cells: readonly CellValue[] }[],
): ColumnMapping {
  // A header may be any word: `__proto__` is one that a plain object would swallow.
  const mapping: Record<string, MappableField> = Object.create(null)
  const taken = new Set<MappableField>()
  const under = columns.map((_column, index) =>
    sample.map((row) => row.cells[index] ?? null).filter((value) => textOf(value).trim() !== ''),
  )
  for (const [index, column] of columns.entries()) {
    const folded = foldToWords(column)
    const field =
      folded.length > longestName
        ? undefined
        : synonyms.find(
            ([candidate, pattern]) =>
              pattern.test(folded) &&
              (joined.includes(candidate) || !taken.has(candidate)) &&
              fits(candidate, under[index] ?? []),
          )?.[0]
    mapping[column] = field ?? 'extra'
    if (field !== undefined) taken.add(field)
  }
  const named = columns.filter((column) => mapping[column] === 'authorName')
  const ownName = named.find((column) => /^(nom|name)$/.test(foldToWords(column)))
  if (
    !taken.has('title') &&
    ownName !== undefined &&
    named.some((column) => /aut(eu|ho)r|porteu|deposant/.test(foldToWords(column)))
  ) {
    // Beside the author's own column, "name" is that of the thing.
    mapping[ownName] = 'title'
    taken.add('title')
  }
  guessText(columns, under, mapping, taken)
  return { columns: mapping, dateOrder: dateOrderOf(columns, sample, mapping) }
}

/** Where no header says "title" or "text": the longest telling column is the text, a short telling one the title. */
function guessText(
  columns: readonly string[],
  under: readonly (readonly CellValue[])[],
  mapping: Record<string, MappableField>,
  taken: ReadonlySet<MappableField>,
): void {
  const most = Math.max(0, ...under.map((values) => values.length))
  const candidates = columns
    .flatMap((column, index) => {
      const values = under[index] ?? []
      return mapping[column] === 'extra' && !/^(id|uuid|code)\b/.test(foldToWords(column))
        ? [{ column, values, length: averageLength(values), prose: fits('title', values) }]
        : []
    })
    .sort((left, right) => right.length - left.length)
  const tells = (values: readonly CellValue[], share: number): boolean =>
    values.length >= most / 2 && new Set(values.map(textOf)).size >= values.length * share
  let hasText = taken.has('body')
  if (!hasText) {
    const body = candidates.find(
      ({ length, values }) => length > 40 && tells(values, 0.8) && !isLinks(values),
    )
    if (body !== undefined) {
      mapping[body.column] = 'body'
      hasText = true
    }
  }
  if (taken.has('title')) return
  // A title tells one row from the next; without such a column, the text's beginning does it better.
  const short = candidates.filter(
    ({ column, length, prose, values }) =>
      mapping[column] === 'extra' && prose && values.length > 0 && length > 3 && length <= 120,
  )
  const title =
    short.find(({ values }) => tells(values, 0.8)) ??
    (hasText ? undefined : (fullest(short) ?? fullest(candidates)))
  if (title !== undefined) mapping[title.column] = 'title'
}

/** The first of those that are filled most often. */
function fullest<C extends { readonly values: readonly CellValue[] }>(
  candidates: readonly C[],
): C | undefined {
  return [...candidates].sort((left, right) => right.values.length - left.values.length)[0]
}

function isLinks(values: readonly CellValue[]): boolean {
  return (
    values.filter((value) => /^https?:\/\/\S+$/i.test(textOf(value).trim())).length >= values.length * 0.4
  )
}

/** Words, as opposed to numbers, codes, addresses of the web and structured data. */
function isProse(value: CellValue): boolean {
  const text = textOf(value).trim()
  return /\p{L}{2}/u.test(text) && !/^(https?:\/\/\S+|\S+@\S+|[[{]["'[{].*|\S*\d\S*)$/su.test(text)
}

/** Whether what stands under a header can be what the header says: most of the filled cells must be readable. */
function fits(field: MappableField, filled: readonly CellValue[]): boolean {
  if (filled.length === 0) return true
  const reading = readingOf(0)
  const readable = (read: (value: CellValue) => unknown): boolean =>
    filled.filter((value) => read(value) !== undefined).length >= filled.length * 0.6
  const holds = (test: (value: CellValue) => boolean): boolean =>
    filled.filter(test).length >= filled.length * 0.4
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
    case 'authorEmail':
      return holds((value) => textOf(value).includes('@'))
    case 'authorPhone':
      return holds((value) => /(\d\D{0,2}){6}/.test(textOf(value)))
    case 'url':
      return isLinks(filled)
    case 'title':
    case 'body':
    case 'authorName':
    case 'address':
      return holds(isProse)
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
