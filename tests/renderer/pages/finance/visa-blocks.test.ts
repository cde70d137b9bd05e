import { describe, expect, it } from 'vitest'
import { visaBlock } from '../../../../renderer/pages/finance/visa-blocks.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { ProjectDetail } from '../../../../shared/read-models/project.ts'
import { projectRow } from '../../../helpers/project-row.ts'

const project: ProjectDetail = {
  ...projectRow({ number: 1 }),
  processId: 'process',
  summary: '',
  description: '',
  managingDepartment: '',
  proposerNames: '',
  address: null,
  latitude: null,
  longitude: null,
  picture: null,
  submissions: [],
  visas: [],
  errata: [],
}
const block = (
  part: Partial<ProjectDetail>,
  { decision = 'granted' as const, mine = false, read = 100_000 as number | null } = {},
) => visaBlock(decision, { ...project, ...part }, { estimatedByMe: mine }, read === null ? null : cents(read))

describe('why a visa cannot be given', () => {
  it('finds nothing against an amount that was read and that another person estimated', () => {
    expect(block({})).toBeUndefined()
  })

  it('names the settled list, the missing estimate, the own estimate (I8) and the changed amount', () => {
    expect(block({ stage: 'on-ballot' })).toBe('settled')
    expect(block({ cost: null }, { read: null })).toBe('noEstimate')
    expect(block({}, { mine: true })).toBe('ownEstimate')
    expect(block({}, { read: 99_999 })).toBe('mustReread')
  })

  it('grants no second time on the same figures, but lets a granted visa be refused', () => {
    expect(block({ visaState: 'granted' })).toBe('alreadyGranted')
    expect(
      visaBlock('refused', { ...project, visaState: 'granted' }, { estimatedByMe: false }, cents(100_000)),
    ).toBeUndefined()
  })
})
