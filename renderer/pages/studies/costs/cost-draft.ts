import type { InputFor } from '../../../../shared/contract/contract.ts'
import type { AddOnFigures } from '../../../../shared/domain/finance/estimate.ts'
import { isVatRate } from '../../../../shared/domain/finance/vat-rates.ts'
import { type Cents, cents, zeroCents } from '../../../../shared/domain/money/cents.ts'
import { parseDecimal, writeDecimal } from '../../../../shared/domain/money/parse-decimal.ts'
import type { Language } from '../../../../shared/messages/translator.ts'
import type { CostLine, StudyDetail } from '../../../../shared/read-models/study.ts'

type CostsInput = InputFor<'studies', 'saveCosts'>
export type CostLineInput = CostsInput['costLines'][number]

/** The columns of the grid that are typed, in their order. */
export const lineColumns = ['label', 'quantity', 'unit', 'unitPrice', 'vatRate'] as const
export type LineColumn = (typeof lineColumns)[number]

/** A line as it is typed: texts, right or wrong. */
export interface DraftLine extends Readonly<Record<LineColumn, string>> {
  readonly key: string
}

/** The whole costing as it is typed. */
export interface CostDraft {
  /** The language in which the numbers are written. */
  readonly language: Language
  readonly lines: readonly DraftLine[]
  readonly contingency: string
  readonly designFee: string
  readonly designFeeBase: AddOnFigures['designFeeBase']
  readonly preliminaryStudies: Cents | null
  readonly addOnVatRate: string
  readonly annualRunningCost: Cents | null
  readonly runningCostNote: string
}

const quantity = { decimals: 3 } as const
const unitPrice = { decimals: 4 } as const
const rate = { decimals: 2 } as const

/** A line without anything in it yet. */
export function blankLine(key: string): DraftLine {
  return { key, label: '', quantity: '', unit: '', unitPrice: '', vatRate: '' }
}

/** What a new line takes for granted: one unit, at the rate of the line above. */
export function withDefaults(line: DraftLine, above: DraftLine | undefined): DraftLine {
  return {
    ...line,
    quantity: line.quantity || '1',
    unit: line.unit || 'u',
    vatRate: line.vatRate || (above?.vatRate ?? '20'),
  }
}

/** Whether nothing was typed that would be missed. */
export function isBlank({ label, unitPrice: price }: DraftLine): boolean {
  return label.trim() === '' && price.trim() === ''
}

function draftLine(line: CostLine, language: Language): DraftLine {
  return {
    key: line.id,
    label: line.label,
    quantity: writeDecimal(line.quantityThousandths, { ...quantity, language }),
    unit: line.unit,
    unitPrice: writeDecimal(line.unitPriceTenThousandths, { ...unitPrice, language }, 2),
    vatRate: writeDecimal(line.vatRateBasisPoints, { ...rate, language }),
  }
}

/** The costing of a study as its fields show it. */
export function readCostDraft(study: StudyDetail, language: Language): CostDraft {
  const { addOns } = study
  return {
    language,
    lines: study.costLines.map((line) => draftLine(line, language)),
    contingency: writeDecimal(addOns.contingencyBasisPoints, { ...rate, language }),
    designFee: writeDecimal(addOns.designFeeBasisPoints, { ...rate, language }),
    designFeeBase: addOns.designFeeBase,
    preliminaryStudies: addOns.preliminaryStudies === 0 ? null : addOns.preliminaryStudies,
    addOnVatRate: writeDecimal(addOns.addOnVatRateBasisPoints, { ...rate, language }),
    annualRunningCost: study.annualRunningCost,
    runningCostNote: study.runningCostNote,
  }
}

/** A percentage as basis points; an empty field is none. */
function parseRate(text: string, language: Language): number | undefined {
  const value = text.trim() === '' ? 0 : parseDecimal(text, { ...rate, language })
  return value !== undefined && value <= 10_000 ? value : undefined
}

/** A VAT rate that exists, as basis points. */
export function parseVatRate(text: string, language: Language): number | undefined {
  const value = parseDecimal(text, { ...rate, language })
  return value !== undefined && isVatRate(value) ? value : undefined
}

export interface ReadLine {
  /** The figures, with zero for what cannot be read. */
  readonly figures: CostLineInput
  /** Columns that cannot be saved as they are. */
  readonly wrong: readonly LineColumn[]
}

/** Reads one typed line. */
export function readLine(line: DraftLine, language: Language): ReadLine {
  const quantityThousandths =
    line.quantity.trim() === '' ? 0 : parseDecimal(line.quantity, { ...quantity, language })
  const unitPriceTenThousandths =
    line.unitPrice.trim() === '' ? 0 : parseDecimal(line.unitPrice, { ...unitPrice, language })
  const vatRateBasisPoints = parseVatRate(line.vatRate, language)
  const wrong: LineColumn[] = []
  const label = line.label.trim()
  if (label === '' || label.length > 300) wrong.push('label')
  if (quantityThousandths === undefined || quantityThousandths > 1_000_000_000_000) wrong.push('quantity')
  if (line.unit.trim().length > 20) wrong.push('unit')
  if (unitPriceTenThousandths === undefined || unitPriceTenThousandths > 10_000_000_000_000)
    wrong.push('unitPrice')
  if (vatRateBasisPoints === undefined) wrong.push('vatRate')
  return {
    figures: {
      label,
      quantityThousandths: wrong.includes('quantity') ? 0 : (quantityThousandths ?? 0),
      unit: line.unit.trim(),
      unitPriceTenThousandths: wrong.includes('unitPrice') ? 0 : (unitPriceTenThousandths ?? 0),
      vatRateBasisPoints: vatRateBasisPoints ?? 0,
    },
    wrong,
  }
}

export interface ReadCosts {
  /** One per line of the draft, blank ones included. */
  readonly lines: readonly ReadLine[]
  readonly input: Pick<CostsInput, 'costLines' | 'annualRunningCost' | 'runningCostNote'> & {
    readonly addOns: AddOnFigures
  }
  readonly wrongRates: readonly ('contingency' | 'designFee' | 'addOnVatRate')[]
  /** Whether the draft can be saved as it is. */
  readonly sound: boolean
}

/** Reads the whole draft: what would be saved, what its totals are worked out from, and what stands in the way. */
export function readCosts(draft: CostDraft): ReadCosts {
  const { language } = draft
  const lines = draft.lines.map(
    (line): ReadLine =>
      isBlank(line) ? { ...readLine(line, language), wrong: [] } : readLine(line, language),
  )
  const kept = lines.filter((_line, index) => !isBlank(draft.lines[index] ?? blankLine('')))
  const contingency = parseRate(draft.contingency, language)
  const designFee = parseRate(draft.designFee, language)
  const addOnVatRate = parseVatRate(draft.addOnVatRate, language)
  const wrongRates = [
    ...(contingency === undefined ? (['contingency'] as const) : []),
    ...(designFee === undefined ? (['designFee'] as const) : []),
    ...(addOnVatRate === undefined ? (['addOnVatRate'] as const) : []),
  ]
  return {
    lines,
    input: {
      costLines: kept.map(({ figures }) => figures),
      addOns: {
        contingencyBasisPoints: contingency ?? 0,
        designFeeBasisPoints: designFee ?? 0,
        designFeeBase: draft.designFeeBase,
        preliminaryStudies: draft.preliminaryStudies ?? zeroCents,
        addOnVatRateBasisPoints: addOnVatRate ?? 0,
      },
      annualRunningCost: draft.annualRunningCost === null ? null : cents(draft.annualRunningCost),
      runningCostNote: draft.runningCostNote,
    },
    wrongRates,
    sound: wrongRates.length === 0 && kept.length <= 500 && kept.every(({ wrong }) => wrong.length === 0),
  }
}
