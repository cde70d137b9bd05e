import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { dossierContent, givenFile, importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

type Point = readonly [number, number]

const square = ([x, y]: Point, size: number): readonly Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

function collection(
  features: readonly { name: string; code?: string; population?: number; ring: readonly Point[] }[],
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ name, code, population, ring }) => ({
      type: 'Feature',
      properties: { nom: name, code, population },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })
}

describeOnBothEngines('places and projects from files', (open) => {
  let dossier: TestDossier
  let call: DossierCall
  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Camille', ['administrator'])
  })
  afterEach(() => dossier.close())

  const districts = () =>
    dossier.database.reader.selectFrom('district').selectAll().orderBy('position').execute()
  const located =
    'id;title/fr;body/fr;component/id;latitude;longitude\n1;A;a;1;50.71;3.17\n2;B;b;1;50.75;3.17\n'

  it('gives shapes to the districts of their name and makes the others', async () => {
    const text = collection([
      { name: 'Quartier du Pile', code: '7', population: 8_100, ring: square([3.16, 50.7], 0.02) },
      { name: 'Épeule', code: '01', ring: square([3.1, 50.7], 0.02) },
    ])
    expect(await importContent(dossier, call, 'q.geojson', text)).toMatchObject({ created: 1, updated: 1 })
    expect(
      (await districts()).map(({ name, population, polygon }) => [name, population, polygon !== null]),
    ).toEqual([
      ['Pile', 8_100, true],
      ['Fraternité', null, false],
      ['Épeule', null, true],
    ])
    const before = await dossierContent(dossier)
    expect(await importContent(dossier, call, 'q.geojson', text)).toMatchObject({ unchanged: 2, updated: 0 })
    expect(await dossierContent(dossier)).toBe(before)
  })

  it.each(['shapes first', 'proposals first'])(
    'puts a point into the district around it (%s)',
    async (order) => {
      const shapes = collection([{ name: 'Pile', ring: square([3.16, 50.7], 0.02) }])
      const files = [
        ['q.geojson', shapes],
        ['p.csv', located],
      ] as const
      for (const [name, text] of order === 'shapes first' ? files : files.toReversed())
        await importContent(dossier, call, name, text)
      const rows = await dossier.database.reader
        .selectFrom('submission')
        .select(['title', 'district_id'])
        .orderBy('number')
        .execute()
      expect(rows).toEqual([
        { title: 'A', district_id: dossier.districtIds[0] },
        { title: 'B', district_id: null },
      ])
      expect(await importContent(dossier, call, 'p.csv', located)).toMatchObject({ unchanged: 2 })
    },
  )

  it('leaves a point of two overlapping districts to a person', async () => {
    await importContent(
      dossier,
      call,
      'q.geojson',
      collection([
        { name: 'Pile', ring: square([3.16, 50.7], 0.02) },
        { name: 'Fraternité', ring: square([3.165, 50.705], 0.02) },
      ]),
    )
    await importContent(dossier, call, 'p.csv', located)
    const row = await dossier.database.reader
      .selectFrom('submission')
      .select('district_id')
      .where('title', '=', 'A')
      .executeTakeFirstOrThrow()
    expect(row.district_id).toBeNull()
  })

  it('turns swapped coordinates and converts Lambert-93, and says so', async () => {
    const swapped = collection([
      { name: 'Pile', ring: square([3.16, 50.7], 0.02).map(([x, y]): Point => [y, x]) },
    ])
    // IGN's own point of check: 3° east, 46.5° north lies at 700,000 m and 6,600,000 m.
    const lambert = collection([{ name: 'Fraternité', ring: square([700_000, 6_600_000], 100) }])
    for (const [text, code] of [
      [swapped, 'coordinates-swapped'],
      [lambert, 'lambert-93'],
    ] as const) {
      const path = givenFile(dossier, 'q.geojson', text)
      const inspection = await importsService.inspect({ path, choices: {} }, call)
      expect(inspection.notices.map((notice) => notice.code)).toEqual([code])
      await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
    }
    const [pile, fraternity] = await districts()
    expect(JSON.parse(pile?.polygon ?? '')[0][0][0]).toEqual([3.16, 50.7])
    const [longitude, latitude] = JSON.parse(fraternity?.polygon ?? '')[0][0][0] as Point
    expect(longitude).toBeCloseTo(3, 8)
    expect(latitude).toBeCloseTo(46.5, 8)
  })

  it('refuses each shape that is none, and keeps the others', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { nom: 'Pile' },
          geometry: { type: 'LineString', coordinates: [[3, 50]] },
        },
        {
          type: 'Feature',
          properties: { nom: 'Épeule' },
          geometry: { type: 'Polygon', coordinates: [square([3.1, 50.7], 0.02)] },
        },
      ],
    })
    const outcome = await importContent(dossier, call, 'q.geojson', text)
    expect(outcome).toMatchObject({ created: 1, rejected: 1 })
    expect(outcome.rejections).toMatchObject([{ line: 1, code: 'geometry-invalid' }])
  })

  it('ties a platform’s costed projects to their proposals, and brings newer costs', async () => {
    const url = 'https://participer.roubaix.fr/processes/bp/f'
    await importContent(
      dossier,
      call,
      'p.csv',
      `id;title/fr;body/fr;component/id;url\n41;A;a;1;${url}/1/proposals/41\n42;B;b;1;${url}/1/proposals/42\n`,
    )
    const projects = (cost: string) =>
      `id;component/id;title/fr;description/fr;budget/id;budget_amount;confirmed_votes;url;related_proposals\n7;2;Place;<p>Une <strong>place</strong></p>;3;${cost};;${url}/2/budgets/3/projects/7;41, 42\n`
    expect(await importContent(dossier, call, 'b.csv', projects('12000'))).toMatchObject({ created: 1 })
    expect(await importContent(dossier, call, 'b.csv', projects('12000'))).toMatchObject({ unchanged: 1 })
    expect(await importContent(dossier, call, 'b.csv', projects('15000.50'))).toMatchObject({ updated: 1 })
    const row = await dossier.database.reader.selectFrom('project').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      number: 1,
      title: 'Place',
      description: '<p>Une <strong>place</strong></p>',
      imported_cost_cents: 1_500_050,
    })
    const { count } = await dossier.database.reader
      .selectFrom('project_submission')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('project_id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(2)
  })
})
