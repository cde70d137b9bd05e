import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const texts = [
  ['Jardin à côté de l’école', 'Des bacs pour les élèves de l’École Jean-Macé, rue de l’Épeule.'],
  ['Œuvre collective', 'Une fresque peinte avec le cœur du quartier ; main-d’œuvre bénévole.'],
  ["Réparer l'aire de jeux", "Le toboggan est cassé depuis l'été."],
  ['Vélos : 20 arceaux', 'Devant la médiathèque, n° 12 bis, à l’entrée principale.'],
  ['Élargir le trottoir', 'Passage trop étroit pour les fauteuils et les poussettes.'],
] as const

describeOnBothEngines('search in French', (open) => {
  let dossier: TestDossier
  let reader: DossierCall
  beforeAll(async () => {
    dossier = await open()
    reader = await dossier.callAs('Lou', ['reader'])
    for (const [title, body] of texts)
      await givenSubmission(dossier, { title, body, authorName: 'Zoé Lœuillet' })
  })
  afterAll(() => dossier.close())

  const numbers = async (search: string, sort: 'number' | 'relevance' = 'number') => {
    const { rows, total } = await submissionsService.list(
      { processId: dossier.processId, search, sort, descending: false, offset: 0, limit: 50 },
      reader,
    )
    expect(rows).toHaveLength(total)
    return rows.map(({ number }) => number)
  }

  it.each([
    ['ecole', [1]],
    ['ÉCOLE', [1]],
    ['l’école', [1]],
    ["l'ecole", [1]],
    ['epeule', [1]],
    ['jean mace', [1]],
    ['oeuvre', [2]],
    ['œuvre', [2]],
    ['OEUVRE', [2]],
    ['coeur', [2]],
    ['main d’oeuvre', [2]],
    ['aire jeux', [3]],
    ['l’été', [3]],
    ['velo', [4]],
    ['mediatheque', [4]],
    ['elarg', [5]],
    ['poussette', [5]],
    ['trottoir etroit', [5]],
    ['trottoir école', []],
    ['loeuillet', [1, 2, 3, 4, 5]],
    ['zoe lœui', [1, 2, 3, 4, 5]],
  ])('finds « %s » in %j', async (typed, expected) => {
    expect(await numbers(typed)).toEqual(expected)
    expect((await numbers(typed, 'relevance')).toSorted()).toEqual(expected)
  })

  it('finds a number first when it is written alone, alone when it is written with n° or as a reference', async () => {
    expect((await numbers('4', 'relevance'))[0]).toBe(4)
    expect(await numbers('n° 2')).toEqual([2])
    expect(await numbers('BP26-0003')).toEqual([3])
    expect(await numbers('12', 'relevance')).toEqual([4])
  })

  it.each(['"', '*', 'NEAR(', "' or 1=1 --", ':', '& | !', '()', '-', '\u0000', '’'])(
    'takes %j for words or for nothing, never for a language',
    async (typed) => {
      expect(Array.isArray(await numbers(typed))).toBe(true)
    },
  )

  it('sorts titles as a French reader does: accents, ligatures and case aside', async () => {
    const { rows } = await submissionsService.list(
      { processId: dossier.processId, sort: 'title', descending: false, offset: 0, limit: 50 },
      reader,
    )
    expect(rows.map(({ title }) => title)).toEqual([
      'Élargir le trottoir',
      'Jardin à côté de l’école',
      'Œuvre collective',
      "Réparer l'aire de jeux",
      'Vélos : 20 arceaux',
    ])
  })
})
