import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildDecidimAnswers,
  type DecidimAnswerSource,
} from '../../../../electron/exports/decidim/decidim-answers.ts'
import {
  decidimAnswerFormatOf,
  writeDecidimAnswers,
} from '../../../../electron/exports/decidim/write-decidim-answers.ts'
import { errorsExports as enErrors } from '../../../../shared/messages/en/errors-exports.ts'
import { errorsExports as frErrors } from '../../../../shared/messages/fr/errors-exports.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const inFolder = temporaryFolder()

function source(changes: Partial<DecidimAnswerSource> = {}): DecidimAnswerSource {
  return {
    reference: 'BP26-0001',
    platformId: '12',
    componentId: '7',
    stage: 'on-ballot',
    answer: { format: 'text', content: 'Oui.' },
    ...changes,
  }
}

describe('buildDecidimAnswers', () => {
  it('tells the platform evaluating, accepted or rejected, and counts what it does not send', () => {
    const stages = [
      'admissible',
      'under-review',
      'feasible',
      'on-ballot',
      'winner',
      'inadmissible',
      'infeasible',
    ] as const
    const unsent = ['draft', 'submitted', 'incomplete', 'merged', 'withdrawn'] as const
    const built = buildDecidimAnswers(
      [
        ...[...stages, ...unsent].map((stage, index) => source({ stage, platformId: String(index + 1) })),
        source({ platformId: null }),
      ],
      { locale: 'fr' },
    )
    expect(built.answers.map(({ state }) => state)).toEqual([
      'evaluating',
      'evaluating',
      'accepted',
      'accepted',
      'accepted',
      'rejected',
      'rejected',
    ])
    expect(built).toMatchObject({ notWritten: 5, withoutPlatformId: 1, components: ['7'] })
  })

  it('turns typed text into paragraphs and escapes it, and keeps HTML as it is', () => {
    const content = 'Deux lignes\nd’un <b>paragraphe</b>\n\n& un autre'
    const html = '<p>Déjà <a href="https://example.invalid">en HTML</a></p>'
    const { answers } = buildDecidimAnswers(
      [
        source({ answer: { format: 'text', content } }),
        source({ platformId: '13', answer: { format: 'html', content: html } }),
      ],
      { locale: 'fr' },
    )
    expect(answers.map(({ answerHtml }) => answerHtml)).toEqual([
      '<p>Deux lignes<br>d’un &lt;b&gt;paragraphe&lt;/b&gt;</p><p>&amp; un autre</p>',
      html,
    ])
  })

  it('refuses the whole file and names every row to correct', () => {
    const blank = { format: 'html', content: '<p>&nbsp;<br></p>' } as const
    const build = () =>
      buildDecidimAnswers(
        [
          source({ stage: 'inadmissible', answer: blank }),
          source({ reference: 'BP26-0002', platformId: '12.0', stage: 'winner' }),
          source({ reference: 'BP26-0003', platformId: '14', componentId: '8' }),
          source({ reference: 'BP26-0004', platformId: '14' }),
        ],
        { locale: 'fr', customStates: { winner: 'Lauréat !' } },
      )
    expect(build).toThrow(
      expect.objectContaining({
        code: 'decidim-answer-invalid',
        parameters: {
          count: 6,
          emptyAnswers: 'BP26-0001',
          unknownStates: 'Lauréat !',
          invalidIds: 'BP26-0002 (12.0), BP26-0004 (14)',
          components: '7, 8',
        },
      }),
    )
  })

  it('refuses the states that no platform takes back, and takes the tokens of the instance', () => {
    const build = (token: string) =>
      buildDecidimAnswers([source({ stage: 'winner' })], { locale: 'fr', customStates: { winner: token } })
    for (const token of ['not_answered', 'withdrawn'])
      expect(() => build(token)).toThrow('decidim-answer-invalid')
    expect(build('laureat_2026').answers[0]?.state).toBe('laureat_2026')
  })

  it('writes the answers of one component when asked', () => {
    const sources = [source(), source({ platformId: '13', componentId: '8' })]
    const built = buildDecidimAnswers(sources, { locale: 'fr', componentId: '8' })
    expect(built.answers.map(({ id }) => id)).toEqual(['13'])
  })
})

describe('writeDecidimAnswers', () => {
  it('quotes every cell, ends lines by LF, without mark nor blank row', async () => {
    const path = inFolder('answers.csv')
    const built = buildDecidimAnswers(
      [source({ answer: { format: 'html', content: '<p>Dit "oui"; merci</p>' } })],
      {
        locale: 'fr',
      },
    )
    await writeDecidimAnswers(built, path, 'csv')
    expect(await readFile(path, 'utf8')).toBe(
      '"id";"state";"status";"answer/fr"\n"12";"accepted";"accepted";"<p>Dit ""oui""; merci</p>"\n',
    )
  })

  it('gives back every answer to a reader of CSV, and the same to one of JSON and of XLSX', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((value) => value.replace(/[\p{Cc}\ufeff]/gu, ' '))
    const states = fc.constantFrom('winner' as const, 'infeasible' as const, 'co-design' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, states), { minLength: 1, maxLength: 15 }), async (entries) => {
        const built = buildDecidimAnswers(
          entries.map(([content, stage], index) =>
            source({
              platformId: String(index + 1),
              stage,
              answer: { format: 'html', content: `<p>é${content}</p>` },
            }),
          ),
          { locale: 'pt-BR' },
        )
        const expected = built.answers.map(({ id, state, answerHtml }) => ({
          id,
          state,
          status: state,
          'answer/pt-BR': answerHtml,
        }))
        for (const format of ['csv', 'json', 'xlsx'] as const) {
          await writeDecidimAnswers(built, inFolder(`any.${format}`), format)
        }
        const csv = await readFile(inFolder('any.csv'), 'utf8')
        expect(parse(csv, { delimiter: ';', columns: true, relax_quotes: false })).toEqual(expected)
        expect(JSON.parse(await readFile(inFolder('any.json'), 'utf8'))).toEqual(expected)
        expect(await readFirstSheet(inFolder('any.xlsx'))).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses to cut an answer that an Excel cell cannot hold', async () => {
    const content = `<p>${'x'.repeat(33_000)}</p>`
    const built = buildDecidimAnswers([source({ answer: { format: 'html', content } })], { locale: 'fr' })
    await expect(writeDecidimAnswers(built, inFolder('long.xlsx'), 'xlsx')).rejects.toMatchObject({
      code: 'decidim-answer-too-long',
    })
  })

  it('chooses the format by the name of the file', () => {
    expect(['a.CSV', 'b.xlsx', 'c.json', 'd.txt', 'e'].map(decidimAnswerFormatOf)).toEqual([
      'csv',
      'xlsx',
      'json',
      'csv',
      'csv',
    ])
  })
})

describe('the sentences of the exports', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(enErrors)).toEqual(Object.keys(frErrors))
  })
})

async function readFirstSheet(path: string): Promise<Record<string, string>[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const [sheet] = workbook.worksheets
  const rows: string[][] = []
  sheet?.eachRow((row) => {
    rows.push([1, 2, 3, 4].map((column) => String(row.getCell(column).value ?? '')))
  })
  const [header = [], ...records] = rows
  return records.map((record) => Object.fromEntries(header.map((key, index) => [key, record[index] ?? ''])))
}
