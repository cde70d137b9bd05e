import { foldLigatures } from '../text/fold.ts'
import { editDistance } from './similar-words.ts'

/**
 * Abbreviations of French addresses, folded, as posts and town halls write them (La Poste's guide of addresses, the
 * type codes of the FANTOIR file). The first word of a street only: elsewhere `all` or `r` may be part of a name.
 */
const typeAbbreviations: Readonly<Record<string, string>> = {
  r: 'rue',
  av: 'avenue',
  ave: 'avenue',
  aven: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blv: 'boulevard',
  blvd: 'boulevard',
  bvd: 'boulevard',
  boul: 'boulevard',
  pl: 'place',
  plc: 'place',
  imp: 'impasse',
  all: 'allee',
  allees: 'allee',
  che: 'chemin',
  chem: 'chemin',
  ch: 'chemin',
  chi: 'chemin',
  rte: 'route',
  sq: 'square',
  crs: 'cours',
  cr: 'cours',
  qu: 'quai',
  q: 'quai',
  fg: 'faubourg',
  fbg: 'faubourg',
  pass: 'passage',
  pas: 'passage',
  psg: 'passage',
  res: 'residence',
  lot: 'lotissement',
  vla: 'villa',
  rpt: 'rond point',
  esp: 'esplanade',
  prom: 'promenade',
  mte: 'montee',
  tra: 'traverse',
  trav: 'traverse',
  ven: 'venelle',
  sen: 'sentier',
  sente: 'sentier',
  car: 'carrefour',
  carr: 'carrefour',
  ham: 'hameau',
  rle: 'ruelle',
  gr: 'grande',
  gde: 'grande',
  pte: 'porte',
  ptr: 'petite rue',
  cite: 'cite',
  zi: 'zone industrielle',
  za: 'zone artisanale',
}

/** Words that begin the name of a street, after abbreviations are opened. */
export const streetTypes: ReadonlySet<string> = new Set([
  ...Object.values(typeAbbreviations).map((words) => words.split(' ')[0] ?? words),
  'ruelle',
  'parvis',
  'mail',
  'quartier',
  'rond',
  'voie',
  'cour',
  'jardin',
  'port',
  'pont',
  'clos',
  'domaine',
  'lieu',
  'descente',
  'escalier',
  'galerie',
  'parc',
  'place',
  'rocade',
  'levee',
  'digue',
  'chaussee',
  'autoroute',
  'placette',
  'esplanade',
  'rampe',
  'sentier',
  'dreve',
])

/** Abbreviations that stand anywhere in a name. */
const nameAbbreviations: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  gal: 'general',
  gral: 'general',
  gen: 'general',
  mal: 'marechal',
  mar: 'marechal',
  dr: 'docteur',
  doct: 'docteur',
  prof: 'professeur',
  pr: 'professeur',
  cdt: 'commandant',
  cmdt: 'commandant',
  cne: 'capitaine',
  cap: 'capitaine',
  col: 'colonel',
  lt: 'lieutenant',
  sgt: 'sergent',
  adj: 'adjudant',
  pdt: 'president',
  pres: 'president',
  mgr: 'monseigneur',
  nd: 'notre dame',
  crx: 'croix',
  chat: 'chateau',
  fr: 'freres',
  gds: 'grands',
  gd: 'grand',
  pt: 'petit',
  fbg: 'faubourg',
  fg: 'faubourg',
}

/** Numbers in words: « place du Huit-Mai » is written « 8 mai » as often. */
const numberWords: Readonly<Record<string, string>> = {
  deux: '2',
  trois: '3',
  quatre: '4',
  cinq: '5',
  six: '6',
  sept: '7',
  huit: '8',
  neuf: '9',
  dix: '10',
  onze: '11',
  douze: '12',
  treize: '13',
  quatorze: '14',
  quinze: '15',
  seize: '16',
  '1er': '1',
  premier: '1',
}

/** Words that every other street has and that people leave out. */
const smallWords: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'sur',
  'dit',
])

/** Folds a text to plain words: lower case, no accents, ligatures opened, apostrophes, hyphens and points as spaces. */
export function foldWords(text: string): readonly string[] {
  return foldLigatures(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
}

/** The words of a street's name with every abbreviation opened, in their order: `BD ST-MICHEL` is boulevard, saint, michel. */
export function streetWords(name: string): readonly string[] {
  return foldWords(name).flatMap((word, index) => {
    const type = index === 0 && Object.hasOwn(typeAbbreviations, word) ? typeAbbreviations[word] : undefined
    const opened =
      type ?? (index > 0 && Object.hasOwn(nameAbbreviations, word) ? nameAbbreviations[word] : undefined)
    if (opened !== undefined) return opened.split(' ')
    return [Object.hasOwn(numberWords, word) ? (numberWords[word] ?? word) : word]
  })
}

/** The same as one text: what two spellings of a street have in common. */
export function streetKey(name: string): string {
  return streetWords(name).join(' ')
}

/** Whether a word begins the name of a street, abbreviated or not. */
export function isStreetType(word: string): boolean {
  return streetTypes.has(word) || Object.hasOwn(typeAbbreviations, word)
}

/** A word without the small word that a lost space stuck to it: `deschamois` is chamois. Undefined where none is. */
export function unstuck(word: string): string | undefined {
  const stuck = [...smallWords]
    .filter((small) => small.length > 1 && word.startsWith(small) && word.length >= small.length + 3)
    .toSorted((one, other) => other.length - one.length)[0]
  return stuck === undefined ? undefined : word.slice(stuck.length)
}

/** Whether a short word that is no name may be a small one, mistyped: `dees`, `lla`, `ds`. */
export function isMistypedSmallWord(word: string): boolean {
  return (
    word.length <= 4 && [...smallWords].some((small) => small.length > 1 && editDistance(word, small, 1) <= 1)
  )
}

/** Whether a word tells streets apart. */
export function isTelling(word: string): boolean {
  return !smallWords.has(word)
}
