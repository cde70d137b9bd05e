import { emptyForm, type FormValues, paperChannels } from './form-values.ts'

/** A proposal that is being corrected. */
export interface Correction {
  readonly submissionId: string
  readonly reference: string
  readonly version: number
  readonly submittedAt: string
  /** Local day of `submittedAt`. */
  readonly submittedOn: string
}

/** Everything on the form. `waiting`: what was being typed when a correction came in between. */
export interface Entry {
  readonly values: FormValues
  readonly correction: Correction | null
  readonly waiting: FormValues | null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readValues(value: unknown, today: string): FormValues | null {
  if (!isRecord(value)) return null
  const answers = isRecord(value.answers) ? value.answers : {}
  const blank = emptyForm(
    text(value.formNumber),
    paperChannels.find((name) => name === value.channel) ?? 'paper',
    text(value.submittedOn) || today,
  )
  return {
    ...blank,
    title: text(value.title),
    body: text(value.body),
    address: text(value.address),
    districtId: text(value.districtId) || null,
    themeId: text(value.themeId) || null,
    declaredCost: text(value.declaredCost),
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, text(answer)])),
    authorName: text(value.authorName),
    authorPhone: text(value.authorPhone),
    authorAddress: text(value.authorAddress),
    authorEmail: text(value.authorEmail),
  }
}

function readCorrection(value: unknown): Correction | null {
  if (!isRecord(value) || typeof value.version !== 'number') return null
  return {
    submissionId: text(value.submissionId),
    reference: text(value.reference),
    version: value.version,
    submittedAt: text(value.submittedAt),
    submittedOn: text(value.submittedOn),
  }
}

/** A draft as the dossier keeps it. `submissionId` stands on its own: it says whose words a correction holds. */
export function writeDraft(batchId: string | null, entry: Entry): string {
  const { correction } = entry
  return JSON.stringify({
    batchId,
    ...entry,
    ...(correction === null ? {} : { submissionId: correction.submissionId }),
  })
}

/** Reads a draft, also one of another version of Parvis: what it does not know is empty. Undefined: it is none. */
export function readDraft(
  written: string,
  today: string,
): { readonly batchId: string | null; readonly entry: Entry } | undefined {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const values = readValues(value.values, today)
  if (values === null) return undefined
  return {
    batchId: text(value.batchId) || null,
    entry: {
      values,
      correction: readCorrection(value.correction),
      waiting: readValues(value.waiting, today),
    },
  }
}
