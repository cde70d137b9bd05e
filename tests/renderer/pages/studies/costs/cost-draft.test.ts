import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blankLine,
  type CostDraft,
  type DraftLine,
  readCostDraft,
  readCosts,
  readLine,
  withDefaults,
} from '../../../../../renderer/pages/studies/costs/cost-draft.ts'
import { workOutEstimate } from '../../../../../shared/domain/finance/estimate.ts'
import { cents } from '../../../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../../../shared/read-models/study.ts'

const addOns = {
  contingencyBasisPoints: 1_000,
  designFeeBasisPoints: 750,
  designFeeBase: 'works' as const,
  preliminaryStudies: cents(90_000),
  addOnVatRateBasisPoints: 2_000,
}

function studyWith(costLines: StudyDetail['costLines'], fields: Partial<StudyDetail> = {}): StudyDetail {
  return {
    id: 'study',
    submission: {
      id: 'submission',
      number: 1,
      reference: 'BP26-0001',
      title: 'Bancs',
      authorName: null,
      stage: 'under-review',
      body: '',
      address: null,
      districtId: null,
      themeId: null,
    },
    leadDepartment: null,
    grid: {},
    opinions: [],
    costLines,
    addOns,
    estimate: workOutEstimate(costLines, addOns),
    annualRunningCost: null,
    runningCostNote: '',
    conditions: '',
    conclusion: null,
    answer: '',
    concludedByName: null,
    concludedAt: null,
    projectId: null,
    visaState: 'none',
    dueOn: null,
    version: 1,
    ...fields,
  }
}

const typed = (fields: Partial<DraftLine>): DraftLine => ({
  key: 'k',
  label: 'Banc',
  quantity: '4',
  unit: 'u',
  unitPrice: '850,00',
  vatRate: '20',
  ...fields,
})

describe('a typed cost line', () => {
  it('is read in French and in English', () => {
    const expected = {
      label: 'Banc',
      quantityThousandths: 12_500,
      unit: 'm²',
      unitPriceTenThousandths: 12_345_678,
      vatRateBasisPoints: 550,
    }
    const french = typed({ quantity: '12,5', unit: 'm²', unitPrice: '1 234,5678', vatRate: '5,5' })
    const english = typed({ quantity: '12.5', unit: 'm²', unitPrice: '1,234.5678', vatRate: '5.5' })
    expect(readLine(french, 'fr')).toEqual({ figures: expected, wrong: [] })
    expect(readLine(english, 'en')).toEqual({ figures: expected, wrong: [] })
  })

  it.each([
    [{ label: '  ' }, ['label']],
    [{ quantity: '1,2345' }, ['quantity']],
    [{ quantity: 'deux' }, ['quantity']],
    [{ unitPrice: '1,23456' }, ['unitPrice']],
    [{ vatRate: '19,6' }, ['vatRate']],
    [{ vatRate: '' }, ['vatRate']],
    [{ unit: 'une unité beaucoup trop longue' }, ['unit']],
  ] as const)('%j is held back', (fields, wrong) => {
    expect(readLine(typed(fields), 'fr').wrong).toEqual(wrong)
  })

  it('takes one unit and the rate of the line above for granted', () => {
    const above = typed({ vatRate: '10' })
    expect(withDefaults({ ...blankLine('n'), label: 'Vivaces' }, above)).toMatchObject({
      quantity: '1',
      unit: 'u',
      vatRate: '10',
    })
  })
})

describe('a typed costing', () => {
  const draftOf = (lines: readonly DraftLine[]): CostDraft => ({
    ...readCostDraft(studyWith([]), 'fr'),
    lines,
  })

  it('leaves blank lines out of what is saved', () => {
    const read = readCosts(draftOf([typed({}), blankLine('b'), typed({ label: 'Sol' })]))
    expect(read.input.costLines.map(({ label }) => label)).toEqual(['Banc', 'Sol'])
    expect([read.sound, read.lines.length]).toEqual([true, 3])
  })

  it('is not saved while a line or a rate is wrong', () => {
    expect(readCosts(draftOf([typed({ vatRate: '7' })])).sound).toBe(false)
    const wrongRate = readCosts({ ...draftOf([typed({})]), contingency: 'dix' })
    expect([wrongRate.sound, wrongRate.wrongRates]).toEqual([false, ['contingency']])
  })

  it('gives the figures back that the study holds, in both languages', () => {
    const line = fc.record({
      id: fc.uuid(),
      label: fc.constant('Ligne'),
      quantityThousandths: fc.nat(1_000_000_000),
      unit: fc.constantFrom('u', 'm²'),
      unitPriceTenThousandths: fc.nat(2_000_000_000),
      vatRateBasisPoints: fc.constantFrom(2_000, 1_000, 550, 210, 0),
    })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 10 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (lines, language) => {
          const read = readCosts(readCostDraft(studyWith(lines), language))
          expect(read.sound).toBe(true)
          expect(read.input.costLines).toEqual(lines.map(({ id: _id, ...figures }) => figures))
          expect(read.input.addOns).toEqual(addOns)
        },
      ),
    )
  })
})
