import { describe, expect, it } from 'vitest'
import { buildSummary } from '../../../../electron/exports/summary/build-summary.ts'
import type { SummaryOptions } from '../../../../electron/exports/summary/summary-options.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import { sampleFigures, sampleSummary } from './sample-summary.ts'

const options: SummaryOptions = { language: 'fr', fonts: { faces: [] } }

/** Cells of the table with this anchor, row by row. */
function tableOf(html: string, anchor: string): readonly (readonly string[])[] {
  const table = html.split(`id="${anchor}"`)[1]?.split('</table>')[0] ?? ''
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[hd][^>]*>([^<]*)</g)].map((cell) => cell[1] ?? ''),
  )
}

describe('buildSummary', () => {
  it('gives the essentials with their definitions', () => {
    const html = buildSummary(sampleSummary(), options)
    expect(html).toContain('<b>1\u202f093</b> participants')
    expect(html).toContain('<b>241</b> contributions écrites')
    expect(html).toContain('Propositions (59), commentaires (118) et contributions notées en réunion (64).')
    expect(html).toContain('Un soutien n’est pas un vote.')
  })

  it('titles each chart with what it says', () => {
    const html = buildSummary(sampleSummary(), options)
    expect(html).toContain('Premier quartier\u00a0: Le Pile, 18 propositions sur 59 (31\u00a0%)')
    expect(html).toContain('La moitié des 59 propositions étaient déposées le 19 mars 2019')
    expect(html).toContain('Sur 59 propositions déposées, 14 sont allées jusqu’au vote et 6 ont été retenues')
    expect(html).toContain(
      'Premier motif de refus\u00a0: Hors compétence communale, 12 refus sur 38 (32\u00a0%)',
    )
  })

  it('keeps the other stories straight: 108 proposals, 47 admissible, 13 on the ballot', () => {
    const funnel = [
      { step: 'submitted', count: 108 },
      { step: 'admissible', count: 47 },
      { step: 'feasible', count: 20 },
      { step: 'on-ballot', count: 13 },
      { step: 'winner', count: 0 },
    ] as const
    const html = buildSummary(sampleSummary({ funnel, winners: 0, winnersTotal: cents(0) }), options)
    expect(html).toContain('Sur 108 propositions déposées, 13 ont donné un projet soumis au vote')
    expect(tableOf(html, 'data-path').slice(1)).toEqual([
      ['Déposées', '108', '100\u00a0%'],
      ['Recevables', '47', '44\u00a0%'],
      ['Réalisables', '20', '19\u00a0%'],
      ['Soumises au vote', '13', '12\u00a0%'],
      ['Lauréates', '0', '0\u00a0%'],
    ])
  })

  it('puts behind each chart a table sorted from the greatest, whose shares total 100', () => {
    const rows = tableOf(buildSummary(sampleSummary(), options), 'data-district').slice(1)
    expect(rows).toEqual([
      ['Le Pile', '18', '31\u00a0%'],
      ['Sartel-Carihem', '12', '20\u00a0%'],
      ['Hommelet', '9', '15\u00a0%'],
      ['Moulin-Potennerie et quartiers de la gare', '9', '15\u00a0%'],
      ['Trois-Ponts', '7', '12\u00a0%'],
      ['Sans quartier', '4', '7\u00a0%'],
      ['Total', '59', '100\u00a0%'],
    ])
  })

  it('I6 counts money to the cent and what remains of the envelope', () => {
    expect(tableOf(buildSummary(sampleSummary(), options), 'data-money').slice(1)).toEqual([
      ['Enveloppe', '100\u202f000,00\u00a0€'],
      ['Projets soumis au vote', '187\u202f345,12\u00a0€'],
      ['Projets lauréats', '98\u202f765,43\u00a0€'],
      ['Reste disponible', '1\u202f234,57\u00a0€'],
    ])
  })

  it('says an overrun as an overrun, and does without an envelope', () => {
    const over = buildSummary(sampleSummary({ winnersTotal: cents(10_000_001) }), options)
    expect(over).toContain('Les lauréats dépassent l’enveloppe de 0,01\u00a0€')
    const none = buildSummary(sampleSummary({ envelope: null }), options)
    expect(tableOf(none, 'data-money').map((row) => row[0])).toEqual([
      'Intitulé',
      'Projets soumis au vote',
      'Projets lauréats',
    ])
  })

  it('names those who tie for the first place', () => {
    const byDistrict = [
      { label: 'Hommelet', count: 5 },
      { label: 'Le Pile', count: 5 },
    ]
    expect(buildSummary(sampleSummary({ byDistrict }), options)).toContain(
      'À égalité en tête\u00a0: Hommelet et Le Pile, 5 chacun sur 10',
    )
  })

  it('describes every chart in words', () => {
    const html = buildSummary(sampleSummary(), options)
    const charts = [...html.matchAll(/<svg class="chart"[^>]*>/g)]
    expect(charts).toHaveLength(7)
    for (const [opening] of charts) expect(opening).toMatch(/role="img" aria-label="[^"]{40,}"/)
  })

  it('stands before the first deposit', () => {
    const empty = {
      ...sampleFigures(),
      depositsByDay: [],
      byDistrict: [],
      byTheme: [],
      byChannel: [],
      byStage: [],
      refusals: [],
      funnel: [],
    }
    const html = buildSummary(sampleSummary(empty), options)
    expect(html).toContain('Aucune proposition n’a encore été déposée')
    expect(html).not.toContain('NaN')
    expect(html).not.toContain('Infinity')
  })

  it('speaks English when asked, and prints hostile labels as text', () => {
    const byTheme = [{ label: '<script>alert(1)</script>', count: 3 }]
    const html = buildSummary(sampleSummary({ byTheme }), { ...options, language: 'en' })
    expect(html).toContain('The essentials')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('L’essentiel')
  })
})
