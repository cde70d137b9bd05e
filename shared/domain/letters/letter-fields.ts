import { foldToWords } from '../text/fold.ts'
/**
 * What a letter may say of its proposal. Written `{référence}` in a template; accents and capitals do not matter, and
 * the English name is understood too.
 */
export const letterFields = [
  'reference',
  'title',
  'author',
  'depositDate',
  'date',
  'decisionDate',
  'reason',
  'article',
  'answer',
  'next',
  'redirectedTo',
  'points',
  'deadline',
  'grouping',
  'theme',
  'district',
  'cost',
  'cap',
  'department',
  'votes',
  'process',
  'commune',
  'rulebook',
  'contact',
  'service',
] as const
export type LetterField = (typeof letterFields)[number]

/** The name of each field inside braces, as the interface inserts it. */
export const fieldNames: Readonly<Record<LetterField, string>> = {
  reference: 'référence',
  title: 'titre',
  author: 'porteur',
  depositDate: 'date de dépôt',
  date: 'date',
  decisionDate: 'date de décision',
  reason: 'motif',
  article: 'article',
  answer: 'réponse',
  next: 'suite',
  redirectedTo: 'orientation',
  points: 'points à préciser',
  deadline: 'échéance',
  grouping: 'regroupement',
  theme: 'thème',
  district: 'quartier',
  cost: 'coût',
  cap: 'plafond',
  department: 'service gestionnaire',
  votes: 'voix',
  process: 'démarche',
  commune: 'commune',
  rulebook: 'règlement',
  contact: 'contact',
  service: 'service',
}

/** What stands for each field in one letter; empty where nothing is known. */
export type LetterValues = Readonly<Record<LetterField, string>>

const byFoldedName = new Map<string, LetterField>([
  ...letterFields.map((field) => [foldedName(field), field] as const),
  ...letterFields.map((field) => [foldedName(fieldNames[field]), field] as const),
])

/** The field of a name as it was typed between braces; undefined for a name that says nothing. */
export function fieldNamed(name: string): LetterField | undefined {
  return byFoldedName.get(foldedName(name))
}

function foldedName(name: string): string {
  return foldToWords(name).replaceAll(' ', '')
}
