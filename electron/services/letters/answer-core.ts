import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { createTranslator, languages, type Translate } from '../../../shared/messages/translator.ts'

/** Signs that no text holds: they stand for what a standard sentence was filled with. */
const first = '\u0001'
const second = '\u0002'

/** The standard answers, as officers who work in either language send them. */
const spoken: readonly Translate[] = languages.map(createTranslator)

/**
 * The part of a motivated answer that says why: without the thanks and the closing that the standard answer begins and
 * ends with, because a letter has its own. What the officer wrote stays word for word. `withArticle` false: the articles
 * that the standard answer cites are left to the letter.
 */
export function refusalCore(
  answer: string,
  title: string,
  articles: ReadonlyMap<RefusalReason, string>,
  withArticle: boolean,
): string {
  let paragraphs = answer.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  for (const t of spoken) {
    const courtesies = new Set([
      t('submissions.answer.inadmissible.one', { title }),
      t('submissions.answer.inadmissible.many'),
      t('submissions.answer.contact'),
    ])
    paragraphs = paragraphs.filter((paragraph) => !courtesies.has(paragraph.trim()))
    if (withArticle) continue
    for (const [reason, article] of articles) {
      const sentence = t(`submissions.reasonSentence.${reason}`)
      const cited = t('submissions.answer.withArticle', { sentence, article })
      paragraphs = paragraphs.map((paragraph) => (paragraph.trim() === cited ? sentence : paragraph))
    }
  }
  return paragraphs.join('\n\n').trim()
}

/** What a request for completion asks, and until when, as the standard answer says it; else the whole text. */
export function completionCore(answer: string): { readonly points: string; readonly deadline: string } {
  const text = answer.replace(/\r\n?/g, '\n').trim()
  for (const t of spoken) {
    const standard = t('submissions.answer.incomplete.points', { date: first, points: second })
    const [opening = '', closing = ''] = standard.split(second).map((part) => part.trim())
    const [before = '', after = ''] = opening.split(first)
    if (!text.startsWith(before)) continue
    const rest = text.slice(before.length)
    const end = rest.indexOf(after)
    if (end < 0) continue
    const points = rest.slice(end + after.length).trim()
    return {
      points: (points.endsWith(closing) ? points.slice(0, points.length - closing.length) : points).trim(),
      deadline: rest.slice(0, end).trim(),
    }
  }
  return { points: text, deadline: '' }
}

/** The answer to a grouping without the standard sentence, which the letter says itself. */
export function groupingCore(
  answer: string,
  lead: { readonly reference: string; readonly title: string },
): string {
  const standard = new Set(spoken.map((t) => t('submissions.answer.merged', lead)))
  return standard.has(answer.trim()) ? '' : answer.trim()
}

/** The answer of a study without the sentence that recalls the proposal, where the standard answer begins with it. */
export function studyCore(
  answer: string,
  proposal: { readonly reference: string; readonly title: string },
): string {
  const text = answer.trim()
  for (const t of spoken) {
    const standard = t('studies.templateText.feasible', {
      reference: first,
      title: second,
      amount: '',
      blank: '',
    })
    const end = standard.indexOf('. ')
    if (end < 0) continue
    const opening = standard
      .slice(0, end + 2)
      .replace(first, () => proposal.reference)
      .replace(second, () => proposal.title)
    if (text.startsWith(opening)) return text.slice(opening.length)
  }
  return text
}
