import { cents } from '../../../shared/domain/money/cents.ts'
import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import { unanswered } from '../../../shared/domain/paper/form-question.ts'
import type { TypedForm } from '../../../shared/read-models/paper.ts'
import { parseAmount } from '../../formats/format-amount.ts'

export const paperChannels = ['paper', 'meeting', 'phone'] as const
export type PaperChannel = (typeof paperChannels)[number]

/** A form as it is typed: everything is text until it is saved, so that nothing that was typed is ever lost. */
export interface FormValues {
  readonly formNumber: string
  readonly title: string
  readonly body: string
  readonly address: string
  readonly districtId: string | null
  readonly themeId: string | null
  readonly declaredCost: string
  /** By question. */
  readonly answers: Readonly<Record<string, string>>
  readonly authorName: string
  readonly authorPhone: string
  readonly authorAddress: string
  readonly authorEmail: string
  readonly channel: PaperChannel
  /** Local day. */
  readonly submittedOn: string
}

export function emptyForm(formNumber: string, channel: PaperChannel, submittedOn: string): FormValues {
  return {
    formNumber,
    title: '',
    body: '',
    address: '',
    districtId: null,
    themeId: null,
    declaredCost: '',
    answers: {},
    authorName: '',
    authorPhone: '',
    authorAddress: '',
    authorEmail: '',
    channel,
    submittedOn,
  }
}

/** Whether anything of the proposal itself was typed: the number, the channel and the date propose themselves. */
export function isTyped(values: FormValues): boolean {
  const { title, body, address, districtId, themeId, declaredCost, answers } = values
  const { authorName, authorPhone, authorAddress, authorEmail } = values
  const texts = [title, body, address, declaredCost, authorName, authorPhone, authorAddress, authorEmail]
  return (
    [...texts, ...Object.values(answers)].some((text) => text.trim() !== '') ||
    districtId !== null ||
    themeId !== null
  )
}

/** The number to propose next: the first missing one after the one just typed, else the first missing one. */
export function nextNumber(missing: readonly number[], after: number): string {
  const next = missing.find((number) => number > after) ?? missing.find((number) => number !== after)
  return next === undefined ? '' : String(next)
}

/** Why a field cannot be saved as it is: a message key and what it names. */
export interface FieldProblem {
  readonly key: string
  readonly parameters?: Readonly<Record<string, string | number>>
}

interface Rules {
  /** Forms of the batch; null outside of any batch, or while a form that has its number is corrected. */
  readonly formCount: number | null
  readonly questions: readonly FormQuestion[]
  readonly today: string
  readonly language: 'fr' | 'en'
}

/** The problems of a form by field; a question is `question:<id>`. In the order of the fields. */
export function problemsOf(values: FormValues, rules: Rules): ReadonlyMap<string, FieldProblem> {
  const { formCount, questions, today, language } = rules
  const problems = new Map<string, FieldProblem>()
  const required: FieldProblem = { key: 'common.required' }
  if (formCount !== null) {
    const number = Number(values.formNumber)
    if (!/^\d{1,4}$/.test(values.formNumber.trim()) || number < 1 || number > formCount)
      problems.set('formNumber', { key: 'paper.formNumberInvalid', parameters: { count: formCount } })
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.submittedOn) || values.submittedOn > today)
    problems.set('submittedOn', { key: 'paper.dateInvalid' })
  if (values.title.trim() === '') problems.set('title', required)
  if (values.body.trim() === '') problems.set('body', required)
  if (values.declaredCost.trim() !== '' && parseAmount(values.declaredCost, language) === null)
    problems.set('declaredCost', { key: 'common.amountInvalid' })
  for (const { id } of unanswered(questions, values.answers)) problems.set(`question:${id}`, required)
  if (values.authorEmail.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(values.authorEmail.trim()))
    problems.set('authorEmail', { key: 'paper.emailInvalid' })
  return problems
}

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** What is sent of a form that has no problems, but for its day. */
export function toDeposit(values: FormValues, language: 'fr' | 'en') {
  const amount = values.declaredCost.trim() === '' ? null : parseAmount(values.declaredCost, language)
  return {
    title: values.title.trim(),
    body: values.body,
    authorName: given(values.authorName),
    authorEmail: given(values.authorEmail),
    authorPhone: given(values.authorPhone),
    authorAddress: given(values.authorAddress),
    channel: values.channel,
    themeId: values.themeId,
    districtId: values.districtId,
    address: given(values.address),
    declaredCost: amount === null ? null : cents(amount),
    answers: { ...values.answers },
  }
}

/** A proposal that was typed, as the form edits it. `submittedOn`: its local day; `cost`: its amount as one writes it. */
export function fromTyped(typed: TypedForm, submittedOn: string, cost: string): FormValues {
  return {
    formNumber: typed.formNumber === null ? '' : String(typed.formNumber),
    title: typed.title,
    body: typed.body,
    address: typed.address ?? '',
    districtId: typed.districtId,
    themeId: typed.themeId,
    declaredCost: cost,
    answers: typed.answers,
    authorName: typed.authorName ?? '',
    authorPhone: typed.authorPhone ?? '',
    authorAddress: typed.authorAddress ?? '',
    authorEmail: typed.authorEmail ?? '',
    channel: paperChannels.find((name) => name === typed.channel) ?? 'paper',
    submittedOn,
  }
}
