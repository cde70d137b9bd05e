import { foldToWords } from '../text/fold.ts'
import { type RefusalReason, refusalReasons } from './refusal-reason.ts'
import type { Verdict } from './verdict.ts'

/** How people write a decision in a spreadsheet, in French and in English, accents and case aside. */
const words: Readonly<Record<string, Verdict>> = {
  admissible: 'admissible',
  recevable: 'admissible',
  oui: 'admissible',
  incomplete: 'incomplete',
  'to be completed': 'incomplete',
  'a completer': 'incomplete',
  incomplet: 'incomplete',
  inadmissible: 'inadmissible',
  irrecevable: 'inadmissible',
  'non recevable': 'inadmissible',
  non: 'inadmissible',
  withdrawn: 'withdrawn',
  retire: 'withdrawn',
  retiree: 'withdrawn',
  reopened: 'reopened',
  reopen: 'reopened',
  rouvert: 'reopened',
  rouvrir: 'reopened',
}

export interface WrittenDecision {
  readonly verdict: Verdict
  /** Reference that it is merged into, for a merge. */
  readonly into?: string
}

/** Reads a written decision: `recevable`, `à compléter`, `fusionné avec BP26-0012`… `undefined` when it says nothing known. */
export function readDecision(text: string): WrittenDecision | undefined {
  const merged =
    /^\s*(?:fusionn[ée]e?|fusion|merged?)\s*(?:avec|dans|into|with|:|=|→|->)?\s*(\S.*?)\s*$/iu.exec(text)
  if (merged?.[1] !== undefined) return { verdict: 'merged', into: merged[1] }
  const verdict = words[foldToWords(text)]
  return verdict === undefined ? undefined : { verdict }
}

/**
 * Reads written reasons, separated by commas, bars or semicolons: codes, or their labels as given (any language).
 * `undefined` when one of them is not known.
 */
export function readReasons(
  text: string,
  labels: readonly Readonly<Record<RefusalReason, string>>[],
): readonly RefusalReason[] | undefined {
  const whole = text.trim()
  if (whole === '') return []
  const byWord = new Map<string, RefusalReason>()
  for (const reason of refusalReasons) {
    byWord.set(foldToWords(reason), reason)
    for (const language of labels) byWord.set(foldToWords(language[reason]), reason)
  }
  const parts = byWord.has(foldToWords(whole)) ? [whole] : whole.split(/[,|;]/)
  const reasons = parts.filter((part) => part.trim() !== '').map((part) => byWord.get(foldToWords(part)))
  return reasons.includes(undefined) ? undefined : [...new Set(reasons as RefusalReason[])]
}
