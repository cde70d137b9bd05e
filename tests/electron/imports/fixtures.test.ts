import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../helpers/read-import.ts'

const folder = join(import.meta.dirname, '../../fixtures/imports')
const read = (name: string) => readImport(join(folder, name))

describe('extracts of real files', () => {
  it('reads the winners of Paris: a byte order mark, CRLF, amounts, a row without a title', async () => {
    const { inspection, drafts, issues } = await read('paris-winners-bom-crlf.csv')
    expect(inspection).toMatchObject({ encoding: 'utf-8', separator: ';', target: 'table' })
    expect(inspection.columns[0]).toBe('Identifiant du projet lauréat')
    expect(issues).toMatchObject([{ line: 2, code: 'title-missing' }])
    expect(drafts).toHaveLength(11)
    expect(drafts).toContainEqual(
      expect.objectContaining({
        externalId: '3780',
        title: '#VillePlusPropre',
        themeName: 'Propreté',
        districtName: '75004',
        declaredCost: 300_000_000,
        submittedAt: '2016-12-31T23:00:00.000Z',
      }),
    )
  })

  it('I18 keeps the leading zeros of the codes of schools', async () => {
    const { drafts } = await read('school-weeks.csv')
    expect(drafts).toHaveLength(10)
    expect(drafts[0]).toMatchObject({
      latitude: 47.67043517,
      extra: { CODE_UAI: '0900053U', CODE_DEPARTEMENT: '90' },
    })
  })

  it('skips a header that stands three times, and says so', async () => {
    const { inspection, drafts } = await read('header-three-times.csv')
    expect(inspection.notices).toEqual([{ code: 'header-repeated', parameters: { line: 2 } }])
    expect(drafts).toHaveLength(11)
    expect(drafts.every((draft) => 'extra' in draft && /^0\d{4}$/.test(draft.extra.NUMCOM ?? ''))).toBe(true)
  })

  it('reads addresses with a byte order mark', async () => {
    const { inspection, drafts } = await read('addresses-bom.csv')
    expect(inspection.columns[0]).toBe('cle_interop')
    expect(drafts).toHaveLength(15)
    expect(drafts[0]).toMatchObject({ title: 'Rue du Verdon', latitude: 48.55045, longitude: 7.737072 })
  })

  it('reads an OpenDocument spreadsheet under the name of an old Excel file', async () => {
    const { inspection, drafts } = await read('open-document-named.xls')
    expect(inspection).toMatchObject({ format: 'ods', notices: [{ code: 'extension-differs' }] })
    expect(drafts).toHaveLength(5)
  })
})
