import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import { fieldsOf, fillSubject, fillTemplate } from '../../../shared/domain/letters/fill-template.ts'
import type { LetterValues } from '../../../shared/domain/letters/letter-fields.ts'
import { refusals } from '../../../shared/domain/letters/letter-kind.ts'
import { admissibilityCriteria } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { LetterSettings } from '../../../shared/read-models/letter.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import type { LetterFacts } from '../../data/letters/letter-facts.query.ts'
import { createFormats, type DocumentFormats } from '../../exports/documents/formats.ts'
import { completionCore, groupingCore, refusalCore, studyCore } from './answer-core.ts'
import type { TextsInForce } from './texts-in-force.ts'

/** What every letter of one batch shares. */
export interface LetterSetting {
  readonly process: ProcessDetail
  readonly settings: LetterSettings
  readonly texts: TextsInForce
  /** Local day that the letters are dated of, `YYYY-MM-DD`. */
  readonly writtenOn: string
  readonly formats: DocumentFormats
}

/** The formats of letters: French, whatever language the officer works in. */
export function letterFormats(process: ProcessDetail): DocumentFormats {
  return createFormats('fr', process.timeZone)
}

/** The words of a letter, and the text that they were made of. */
export interface ComposedLetter {
  readonly subject: string
  readonly body: string
  readonly appeal: string
  readonly templateNumber: number
  readonly templateReason: RefusalReason | null
}

/** Makes the words of one letter from the text in force and what is known of the proposal. */
export function composeLetter(facts: LetterFacts, setting: LetterSetting): ComposedLetter {
  const text = setting.texts.textFor(facts.kind, facts.reasons)
  const values = valuesOf(facts, setting, text.body)
  const { appealNotice, appeal } = setting.settings
  return {
    subject: fillSubject(text.subject, values),
    body: fillTemplate(text.body, values),
    appeal: appealNotice && refusals.includes(facts.kind) ? appeal.trim() : '',
    templateNumber: text.own || text.reason === null ? text.number : 0,
    templateReason: text.own ? text.reason : null,
  }
}

/** What stands for each field in a letter whose template is `template`. */
export function valuesOf(facts: LetterFacts, setting: LetterSetting, template: string): LetterValues {
  const { process, settings, formats } = setting
  const articles = new Map(
    process.rulebook.criteria
      .filter(({ reason, article }) => facts.reasons.includes(reason) && article.trim() !== '')
      .map(({ reason, article }) => [reason, article.trim()]),
  )
  const completion = facts.kind === 'completion' ? completionCore(facts.rationale) : undefined
  const labels = facts.reasons.map((reason) => formats.t(`labels.reason.${reason}`))
  return {
    reference: facts.reference,
    title: facts.title,
    author: facts.authorName ?? '',
    depositDate: formats.dayOf(facts.submittedAt),
    date: formats.day(setting.writtenOn),
    decisionDate: facts.decidedAt === null ? '' : formats.dayOf(facts.decidedAt),
    reason: labels.map(decapitalised).join('\u00a0; '),
    article: formats.list([...new Set(articles.values())].map(decapitalised)),
    answer: answerOf(facts, setting, articles, fieldsOf(template).has('article')),
    next: nextOf(facts),
    redirectedTo: facts.redirectedTo ?? '',
    points: completion === undefined ? '' : completion.points || pointsOf(facts, formats),
    deadline: completion?.deadline || deadlineOf(facts, setting),
    grouping:
      facts.lead === null
        ? ''
        : letterTexts.groupedWith
            .replace('{{reference}}', () => facts.lead?.reference ?? '')
            .replace('{{title}}', () => facts.lead?.title ?? ''),
    theme: facts.themeName ?? '',
    district: facts.districtName ?? '',
    cost: facts.costCents === null ? '' : formats.money(cents(facts.costCents)),
    cap: process.projectCap === null ? '' : formats.money(process.projectCap),
    department: facts.department,
    votes: facts.votes === null ? '' : formats.count(facts.votes),
    process: processName(process),
    commune: process.communeName,
    rulebook: letterTexts.rulebook
      .replace('{{date}}', () => formats.dayOf(process.rulebook.adoptedAt))
      .replace('{{number}}', String(process.rulebook.number)),
    contact: process.contact
      .split(/\r\n?|\n/)
      .map((line) => line.trim().replace(/[.,;]+$/, ''))
      .filter((line) => line !== '')
      .join(', '),
    service: settings.service,
  }
}

/** The officer's words, else the standard sentences of the reasons. */
function answerOf(
  facts: LetterFacts,
  { formats }: LetterSetting,
  articles: ReadonlyMap<RefusalReason, string>,
  articleApart: boolean,
): string {
  switch (facts.kind) {
    case 'inadmissible': {
      const written = refusalCore(facts.rationale, facts.title, articles, !articleApart)
      return written === ''
        ? facts.reasons.map((reason) => formats.t(`submissions.reasonSentence.${reason}`)).join('\n\n')
        : written
    }
    case 'completion':
      return completionCore(facts.rationale).points
    case 'merged':
      return facts.lead === null ? facts.rationale : groupingCore(facts.rationale, facts.lead)
    case 'infeasible':
    case 'feasible':
      return facts.studyAnswer.trim() === '' ? '' : studyCore(facts.studyAnswer, facts)
    case 'admissible':
      return facts.rationale
    default:
      // What is written beside a result of the vote explains a correction to colleagues.
      return ''
  }
}

function nextOf({ kind, reasons, redirectedTo }: LetterFacts): string {
  const [reason] = reasons
  if (kind !== 'inadmissible' || reason === undefined) return ''
  // Who is to be asked instead is already named.
  if (reason === 'not-municipal-competence' && redirectedTo !== null) return ''
  return letterTexts.next[reason]
}

/** The points that the checklist leaves to clarify, where the officer wrote none. */
function pointsOf({ checklist }: LetterFacts, { t }: DocumentFormats): string {
  return admissibilityCriteria
    .flatMap((criterion) => {
      const item = checklist[criterion]
      if (item?.answer !== 'to-clarify') return []
      const comment = item.comment?.trim() ?? ''
      return [`– ${comment === '' ? t(`labels.criterion.${criterion}`) : comment}`]
    })
    .join('\n')
}

/**
 * Until when: the answer of the town hall for an acknowledgement (end of the phase that examines, if it lies ahead), the
 * answer of the proposer for a request.
 */
function deadlineOf({ kind }: LetterFacts, { process, settings, writtenOn, formats }: LetterSetting): string {
  if (kind === 'completion' || kind === 'merged') {
    const day = new Date(`${writtenOn}T00:00:00Z`)
    day.setUTCDate(day.getUTCDate() + settings.replyDays)
    return formats.day(day.toISOString().slice(0, 10))
  }
  if (kind !== 'acknowledgement') return ''
  const phase = process.phases.find((candidate) => candidate.kind === 'admissibility')
  if (phase === undefined || phase.closesAt <= startOfLocalDay(writtenOn, process.timeZone)) return ''
  // The closing instant is the first one outside the phase.
  return formats.dayOf(new Date(Date.parse(phase.closesAt) - 1).toISOString())
}

/** Title and edition, the edition only where the title does not say its years. */
function processName({ title, edition }: ProcessDetail): string {
  const said = (edition.match(/\d{4}/g) ?? [edition]).every((year) => title.includes(year))
  return edition.trim() === '' || said ? title : `${title}, ${decapitalised(edition)}`
}

function decapitalised(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
