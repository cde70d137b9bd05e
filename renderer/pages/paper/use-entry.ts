import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf, startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import type { EnteredForm, PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { CallError } from '../../api/client.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError, showError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useKept } from '../../navigation/use-kept.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import {
  emptyForm,
  type FormValues,
  fromTyped,
  isTyped,
  nextNumber,
  type PaperChannel,
  paperChannels,
  problemsOf,
  toDeposit,
} from './form-values.ts'
import { type Correction, type Entry, readDraft, writeDraft } from './kept-draft.ts'
import { useDraftKeeper } from './use-draft-keeper.ts'

export interface FormEntry {
  readonly values: FormValues
  readonly correction: Correction | null
  /** Sentences beside the fields, by field. */
  readonly problems: ReadonlyMap<string, string>
  /** A refusal that belongs to no field. */
  readonly refusal: string | undefined
  readonly saving: boolean
  /** Everything typed is in the dossier. */
  readonly kept: boolean
  /** When what was found again had been typed, until somebody types on. */
  readonly restoredAt: string | undefined
  set(part: Partial<FormValues>): void
  save(): Promise<void>
  /** Opens what was entered to correct it; what is on the form waits. */
  correct(submissionId: string): Promise<void>
  cancelCorrection(): void
  clear(): void
}

interface EntryOptions {
  /** Null: outside of any batch. */
  readonly batch: PaperBatchDetail | null
  readonly questions: readonly FormQuestion[]
  /** The form shows another proposal, or an empty one: where typing begins. */
  onFresh(field: string): void
  onSaved(saved: EnteredForm): void
  /** A draft was found that belongs to another batch. */
  onElsewhere(batchId: string | null): void
}

/** The form under the hand: what is typed, kept, checked, saved and corrected. Undefined until a draft was looked for. */
export function useEntry(options: EntryOptions): FormEntry | undefined {
  const { batch, questions } = options
  const { t } = useTranslation()
  const { language, amount } = useFormats()
  const { process } = useWork()
  const client = useClient()
  const done = useDoneNotice()
  const today = localDayOf(new Date().toISOString(), process.timeZone)
  const [entry, keepEntry] = useKept<Entry | undefined>(`paper entry ${process.id}`, undefined)
  const keeper = useDraftKeeper(process.id)
  const { data: draft, isFetched } = useRead(
    'paper.draft',
    entry === undefined ? { processId: process.id } : null,
  )
  const [restoredAt, setRestoredAt] = useState<string>()
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ readonly field: string; readonly sentence: string }>()
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)
  const batchId = batch?.id ?? null
  const { onElsewhere } = options

  const fresh = (after: number, channel?: PaperChannel, submittedOn?: string): FormValues => {
    const usual = paperChannels.find((name) => name === batch?.channel) ?? 'paper'
    // An event to come has not collected anything yet.
    const [day = today] = [batch?.heldOn ?? today, today].toSorted()
    return emptyForm(
      batch === null ? '' : nextNumber(batch.missing, after),
      channel ?? usual,
      submittedOn ?? day,
    )
  }

  useEffect(() => {
    if (entry !== undefined || !isFetched) return
    const found = draft == null ? undefined : readDraft(draft.value, today)
    if (found === undefined || draft == null) return
    keepEntry(found.entry)
    setRestoredAt(draft.savedAt)
    if (found.batchId !== batchId) onElsewhere(found.batchId)
  }, [entry, draft, isFetched, today, keepEntry, batchId, onElsewhere])

  // Another batch proposes its own number, day and channel, as long as nothing was typed.
  const proposedFor = useRef<string | null>(undefined)
  useEffect(() => {
    if (proposedFor.current === batchId) return
    const first = proposedFor.current === undefined
    proposedFor.current = batchId
    if (first || entry === undefined || entry.correction !== null) return
    const proposed = fresh(0)
    keepEntry({
      ...entry,
      values: isTyped(entry.values) ? { ...entry.values, formNumber: proposed.formNumber } : proposed,
    })
  })

  if (entry === undefined && !isFetched) return undefined
  const current: Entry = entry ?? { values: fresh(0), correction: null, waiting: null }
  const { values, correction, waiting } = current
  const rules = {
    formCount: batch === null || correction !== null ? null : batch.totals.printed,
    questions,
    today,
    language,
  }

  const put = (next: Entry): void => {
    keepEntry(next)
    const empty = next.correction === null && next.waiting === null && !isTyped(next.values)
    keeper.keep(empty ? null : writeDraft(batchId, next))
  }
  const open = (next: Entry, field: string): void => {
    setTried(false)
    setRefused(undefined)
    setRestoredAt(undefined)
    keepEntry(next)
    options.onFresh(field)
  }
  const afterCorrection = (): Entry => ({ values: waiting ?? fresh(0), correction: null, waiting: null })

  const save = async (): Promise<void> => {
    if (busy.current) return
    setTried(true)
    setRefused(undefined)
    const [wrong] = problemsOf(values, rules).keys()
    if (wrong !== undefined) {
      options.onFresh(wrong)
      return
    }
    busy.current = true
    setSaving(true)
    try {
      // A draft that is still being written must not come after the form that it was.
      await keeper.settle()
      const deposit = toDeposit(values, language)
      if (correction === null) {
        const number = batch === null ? null : Number(values.formNumber)
        const saved = await client.paper.enter({
          ...deposit,
          processId: process.id,
          batchId,
          formNumber: number,
          // The hour of a paper form is not known: today's is now, an earlier day's is its beginning.
          ...(values.submittedOn === today
            ? {}
            : { submittedAt: startOfLocalDay(values.submittedOn, process.timeZone) }),
        })
        done(t('paper.saved', { reference: saved.reference }))
        options.onSaved(saved)
        open(
          { values: fresh(number ?? 0, values.channel, values.submittedOn), correction: null, waiting: null },
          batch === null ? 'title' : 'formNumber',
        )
      } else {
        const same = values.submittedOn === correction.submittedOn
        const saved = await client.paper.correct({
          ...deposit,
          submissionId: correction.submissionId,
          version: correction.version,
          submittedAt: same ? correction.submittedAt : startOfLocalDay(values.submittedOn, process.timeZone),
        })
        done(t('paper.corrected', { reference: saved.reference }), { undoable: true })
        options.onSaved(saved)
        const next = afterCorrection()
        if (isTyped(next.values)) keeper.keep(writeDraft(batchId, next))
        open(next, isTyped(next.values) || batch === null ? 'title' : 'formNumber')
      }
    } catch (error) {
      const field = fieldOf(error)
      setRefused({ field, sentence: describeError(t, error) })
      keeper.keep(writeDraft(batchId, current))
      options.onFresh(field)
    } finally {
      busy.current = false
      setSaving(false)
    }
  }

  const correct = async (submissionId: string): Promise<void> => {
    if (busy.current || correction?.submissionId === submissionId) return
    try {
      const typed = await client.paper.typed({ submissionId })
      const submittedOn = localDayOf(typed.submittedAt, process.timeZone)
      const cost =
        typed.declaredCost === null ? '' : amount(typed.declaredCost, { round: true }).replace(/\s*€\s*/, '')
      const next: Entry = {
        values: fromTyped(typed, submittedOn, cost),
        correction: {
          submissionId,
          reference: typed.reference,
          version: typed.version,
          submittedAt: typed.submittedAt,
          submittedOn,
        },
        waiting: correction === null && isTyped(values) ? values : waiting,
      }
      open(next, 'title')
    } catch (error) {
      showError(t, error)
    }
  }

  const shown = tried ? problemsOf(values, rules) : new Map<string, never>()
  const problems = new Map(
    [...shown].map(([field, { key, parameters }]) => [field, t(key, { ...parameters })]),
  )
  if (refused !== undefined && refused.field !== '') problems.set(refused.field, refused.sentence)
  return {
    values,
    correction,
    problems,
    refusal: refused?.field === '' ? refused.sentence : undefined,
    saving,
    kept: keeper.kept,
    restoredAt,
    set: (part) => {
      if (refused !== undefined && (refused.field === '' || refused.field in part || 'answers' in part))
        setRefused(undefined)
      put({ ...current, values: { ...values, ...part } })
    },
    save,
    correct,
    cancelCorrection: () => {
      const next = afterCorrection()
      put(next)
      open(next, 'title')
    },
    clear: () => {
      const next: Entry = { values: fresh(0), correction: null, waiting: null }
      put(next)
      open(next, batch === null ? 'title' : 'formNumber')
    },
  }
}

/** The field that a refusal is about; empty when it is about none. */
function fieldOf(error: unknown): string {
  if (!(error instanceof CallError)) return ''
  if (error.code.startsWith('form-number-')) return 'formNumber'
  if (error.code === 'answer-missing') return `question:${error.parameters.questionId}`
  return ''
}
