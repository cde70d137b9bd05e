import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { cleanText } from '../writers/cell-text.ts'
import { htmlOfText, isBlankHtml } from './answer-html.ts'
import { decidimStateOf } from './answer-state.ts'

/** A submission as the write-back needs it. `answer` is the last motivated answer in force. */
export interface DecidimAnswerSource {
  readonly reference: string
  /** Id of the proposal on the platform; `null` if it does not come from there. */
  readonly platformId: string | null
  /** Component of the platform that the proposal lives in; `null` when the export did not say. */
  readonly componentId: string | null
  readonly stage: Stage
  readonly answer: { readonly format: 'text' | 'html'; readonly content: string }
}

export interface DecidimAnswerOptions {
  /** Default locale of the platform: names the column of the answer. */
  readonly locale: string
  /** Writes the answers of this component alone. */
  readonly componentId?: string | undefined
  /** Tokens of the platform's own states, by stage, for instances that have some (0.29 and later). */
  readonly customStates?: Readonly<Partial<Record<Stage, string>>> | undefined
}

export interface DecidimAnswer {
  /** Ours, for people; not in the file. */
  readonly reference: string
  readonly id: string
  readonly state: string
  readonly answerHtml: string
}

/** The answers to send, and what was left out and why. */
export interface DecidimAnswers {
  readonly locale: string
  readonly answers: readonly DecidimAnswer[]
  /** Not from the platform. */
  readonly withoutPlatformId: number
  /** From the platform, but undecided, merged or withdrawn. */
  readonly notWritten: number
  /** Component of the answers: one, or none when the exports did not say. */
  readonly components: readonly string[]
}

/** Rows that the platform would refuse the whole file for, by our reference. */
export interface DecidimAnswerProblems {
  readonly emptyAnswers: ReadonlySet<string>
  readonly unknownStates: ReadonlySet<string>
  readonly invalidIds: ReadonlySet<string>
}

/**
 * Makes the rows of Decidim's "Import answers from a file". One bad row makes the platform refuse the whole file
 * without a reason, so all are checked here. Refuses with `decidim-answer-invalid`, naming every row to correct.
 */
export function buildDecidimAnswers(
  sources: Iterable<DecidimAnswerSource>,
  options: DecidimAnswerOptions,
): DecidimAnswers {
  const { problems, ...built } = collectDecidimAnswers(sources, options)
  refuse(problems, new Set(built.components))
  return built
}

/** The rows, and what is wrong with them: for a look before the file is written. */
export function collectDecidimAnswers(
  sources: Iterable<DecidimAnswerSource>,
  options: DecidimAnswerOptions,
): DecidimAnswers & { readonly problems: DecidimAnswerProblems } {
  if (!/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(options.locale)) {
    throw new RangeError(`Not a locale: ${options.locale}`)
  }
  const answers: DecidimAnswer[] = []
  const components = new Set<string>()
  const ids = new Set<string>()
  const problems = {
    emptyAnswers: new Set<string>(),
    unknownStates: new Set<string>(),
    invalidIds: new Set<string>(),
  }
  let withoutPlatformId = 0
  let notWritten = 0
  for (const source of sources) {
    if (options.componentId !== undefined && source.componentId !== options.componentId) continue
    if (source.platformId === null || source.platformId === '') {
      withoutPlatformId += 1
      continue
    }
    const state = options.customStates?.[source.stage] ?? decidimStateOf[source.stage]
    if (state === null) {
      notWritten += 1
      continue
    }
    if (source.componentId !== null) components.add(source.componentId)
    if (!isStateToken(state)) problems.unknownStates.add(state)
    // The platform finds a proposal by this number: « 12.0 » or « 012 » would miss it, twice would overwrite.
    if (!/^[1-9]\d*$/.test(source.platformId) || ids.has(source.platformId)) {
      problems.invalidIds.add(`${source.reference} (${source.platformId})`)
    }
    ids.add(source.platformId)
    const { format, content } = source.answer
    const html = cleanText(format === 'html' ? content : htmlOfText(content)).trim()
    const answerHtml = isBlankHtml(html) ? '' : html
    if (answerHtml === '' && decidimStateOf[source.stage] === 'rejected') {
      problems.emptyAnswers.add(source.reference)
    }
    answers.push({ reference: source.reference, id: source.platformId, state, answerHtml })
  }
  return {
    locale: options.locale,
    answers,
    withoutPlatformId,
    notWritten,
    components: [...components],
    problems,
  }
}

/** The form of a token of the platform. Its importer refuses these two whatever the instance (Decidim reference §2.2). */
function isStateToken(state: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*$/.test(state) && state !== 'not_answered' && state !== 'withdrawn'
}

function refuse(problems: DecidimAnswerProblems, components: ReadonlySet<string>): void {
  const mixed = components.size > 1 ? components : new Set<string>()
  const { emptyAnswers, unknownStates, invalidIds } = problems
  const count = emptyAnswers.size + unknownStates.size + invalidIds.size + mixed.size
  if (count === 0) return
  throw new AppError('decidim-answer-invalid', {
    count,
    emptyAnswers: enumerated(emptyAnswers),
    unknownStates: enumerated(unknownStates),
    invalidIds: enumerated(invalidIds),
    components: enumerated(mixed),
  })
}

/** Names shown in a sentence; beyond them their number is said by an ellipsis, so that a sentence stays one. */
const shownNames = 20

function enumerated(names: ReadonlySet<string>): string {
  if (names.size === 0) return '–'
  const shown = [...names].slice(0, shownNames).join(', ')
  return names.size > shownNames ? `${shown}, … (${names.size})` : shown
}
