import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageDetector } from '../../electron/services/signals/detect-language.ts'
import { raisedSignals } from '../../shared/domain/moderation/signals/index.ts'
import { type SignalSubject, wordsOnly } from '../../shared/domain/moderation/signals/signal.ts'
import type { SignalId } from '../../shared/domain/moderation/signals/signal-id.ts'

export interface LabelledText {
  readonly source: string
  readonly title?: string
  readonly text: string
  /** What a reader saw. */
  readonly labels: readonly SignalId[]
}

/** Real texts, each with the signals that a reader gave it (tests/fixtures/SOURCES.md says by which rules). */
export const labelledTexts: readonly LabelledText[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/signals/labelled-texts.json'), 'utf8'),
)

/** Signals that the words of a text alone can raise. */
export const scoredSignals = [
  'personal-data',
  'insults',
  'minor',
  'too-short',
  'other-language',
  'advertising',
  'links',
  'shouting',
] as const satisfies readonly SignalId[]

export interface Score {
  readonly right: number
  readonly wrong: number
  readonly missed: number
  /** Share of the raised ones that a reader raised too; 1 when none was raised. */
  readonly precision: number
  /** Share of the reader's ones that were raised; 1 when there was none. */
  readonly recall: number
}

const languageOf = await languageDetector()

/** What a labelled text is to the detectors. */
export function subjectOf({ title = '', text }: LabelledText): SignalSubject {
  return { ...wordsOnly(title, text), language: languageOf(`${title}\n${text}`) }
}

/** Precision and recall of one signal over texts, against their labels. */
export function scoreOf(id: SignalId, texts: readonly LabelledText[] = labelledTexts): Score {
  let [right, wrong, missed] = [0, 0, 0]
  for (const text of texts) {
    const raised = raisedSignals(subjectOf(text)).some((signal) => signal.id === id)
    const expected = text.labels.includes(id)
    if (raised && expected) right += 1
    else if (raised) wrong += 1
    else if (expected) missed += 1
  }
  return {
    right,
    wrong,
    missed,
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: right + missed === 0 ? 1 : right / (right + missed),
  }
}
