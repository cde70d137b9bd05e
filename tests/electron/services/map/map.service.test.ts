import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { mapService } from '../../../../electron/services/map/map.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { placeStates } from '../../../../shared/domain/geo/district-locator.ts'
import { idAt } from '../../../../shared/domain/geo/packed-ids.ts'
import { stages } from '../../../../shared/domain/lifecycle/stage.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { givenShapes, onMap, putAt } from '../../../helpers/given-map.ts'
import { importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the map', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  let [west, east] = ['', '']
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
    await givenShapes(dossier)
    ;[west = '', east = ''] = dossier.districtIds
  })
  afterEach(() => dossier.close())

  const given = async (place: Parameters<typeof putAt>[2], title?: string): Promise<string> => {
    const id = await givenSubmission(dossier, title === undefined ? {} : { title })
    await putAt(dossier, id, place)
    return id
  }
  const placeOf = async (submissionId: string) => {
    const { districtId, districtOrigin } = await mapService.place({ submissionId }, officer)
    return [districtId, districtOrigin]
  }
  const follow = (more: { submissionIds?: string[]; override?: boolean; preview?: boolean } = {}) =>
    mapService.followPoints(
      { processId: dossier.processId, override: false, preview: false, ...more },
      officer,
    )

  it('gives the points of a list, by number, and the numbers of those without one', async () => {
    const first = await given({ x: 0.5, y: 0.5, districtId: west })
    await given({ address: '12 rue de la Paix' })
    const third = await given({ x: 1.5, y: 0.5, districtId: west })
    const points = await mapService.points({ processId: dossier.processId }, officer)
    expect([idAt(points.ids, 0), idAt(points.ids, 1)]).toEqual([first, third])
    expect([...points.numbers]).toEqual([1, 3])
    expect([...points.positions]).toEqual([0, 2])
    expect([...points.pointless]).toEqual([2])
    expect(points.withAddress).toBe(1)
    expect([...points.places].map((state) => placeStates[state])).toEqual(['agrees', 'differs'])
    expect([...points.stages].map((stage) => stages[stage])).toEqual(['submitted', 'submitted'])
    expect({ longitude: points.longitudes[1], latitude: points.latitudes[1] }).toEqual(onMap(1.5, 0.5))
    const filtered = await mapService.points({ processId: dossier.processId, search: 'n° 3' }, officer)
    expect([[...filtered.numbers], [...filtered.pointless]]).toEqual([[3], []])
  })

  it('narrows every list to the numbers of a selection', async () => {
    for (let count = 0; count < 4; count += 1) await given({})
    const numbers = [2, 4]
    const { rows, total } = await submissionsService.list(
      { processId: dossier.processId, numbers, sort: 'number', descending: false, offset: 0, limit: 10 },
      officer,
    )
    expect([total, rows.map(({ number }) => number)]).toEqual([2, [2, 4]])
  })

  it('gives districts to the empty and the deduced ones only, says the rest, and is undone as one act', async () => {
    const empty = await given({ x: 0.5, y: 0.5 })
    const moved = await given({ x: 1.5, y: 0.5, districtId: west, origin: 'point' })
    const left = await given({ x: 5, y: 5, districtId: west, origin: 'point' })
    const declared = await given({ x: 1.5, y: 0.5, districtId: west })
    const kept = await given({ x: 1.5, y: 0.5, districtId: west, origin: 'kept' })
    const border = await given({ x: 1, y: 0.5 })
    const away = await given({ x: 9, y: 9 })
    const all = [empty, moved, left, declared, kept, border, away]
    const before = await Promise.all(all.map(placeOf))
    const foreseen = await follow({ preview: true })
    expect(await Promise.all(all.map(placeOf))).toEqual(before)
    expect(await follow()).toEqual(foreseen)
    expect(foreseen).toMatchObject({ cleared: 1, differing: 1, border: 1, outside: 1 })
    expect(new Map(foreseen.assigned.map(({ districtId, count }) => [districtId, count]))).toEqual(
      new Map([
        [west, 1],
        [east, 1],
      ]),
    )
    expect(await Promise.all(all.map(placeOf))).toEqual([
      [west, 'point'],
      [east, 'point'],
      [null, null],
      [west, null],
      [west, 'kept'],
      [null, null],
      [null, null],
    ])
    expect(await journalService.undoLast({}, officer)).toMatchObject({ objects: 3 })
    expect(await Promise.all(all.map(placeOf))).toEqual(before)
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
  })

  it('settles a border by the nearest address, if one is near', async () => {
    const border = await given({ x: 1, y: 0.5 })
    const { db } = dossier.database
    const street = { name: 'Rue', key: 'rue', postcode: '', commune: '', commune_code: '' }
    await db
      .insertInto('known_street')
      .values({ id: 1, ...street, ...onMap(1.05, 0.5) })
      .execute()
    await db
      .insertInto('known_address')
      .values({ id: 1, street_id: 1, number: 1, suffix: '', ...onMap(1.05, 0.5) })
      .execute()
    await follow()
    expect(await placeOf(border)).toEqual([east, 'point'])
  })

  it('refuses to undo what somebody changed since', async () => {
    const id = await given({ x: 0.5, y: 0.5 })
    await follow()
    await putAt(dossier, id, { x: 0.5, y: 0.5, districtId: east, origin: 'hand' })
    await expect(journalService.undoLast({}, officer)).rejects.toMatchObject({ code: 'undo-overtaken' })
    expect(await placeOf(id)).toEqual([east, 'hand'])
  })

  it('lets one follow its point against a choice, or keeps it for good', async () => {
    const [one, other] = [
      await given({ x: 1.5, y: 0.5, districtId: west, origin: 'hand' }),
      await given({ x: 1.5, y: 0.5, districtId: west }),
    ]
    await follow({ submissionIds: [one], override: true })
    await mapService.keepDistricts({ submissionIds: [other] }, officer)
    expect([await placeOf(one), await placeOf(other)]).toEqual([
      [east, 'point'],
      [west, 'kept'],
    ])
    const { places } = await mapService.points({ processId: dossier.processId }, officer)
    expect([...places].map((state) => placeStates[state])).toEqual(['agrees', 'agrees'])
    await journalService.undoLast({}, officer)
    expect(await placeOf(other)).toEqual([west, null])
  })

  it('classifies a selection as one act, which an import then leaves alone', async () => {
    const ids = [await given({}), await given({ districtId: east })]
    const themeId = dossier.themeIds[1] ?? ''
    expect(await mapService.classifyMany({ submissionIds: ids, themeId, districtId: west }, officer)).toEqual(
      {
        changed: 2,
      },
    )
    expect(await Promise.all(ids.map(placeOf))).toEqual([
      [west, 'hand'],
      [west, 'hand'],
    ])
    expect(await mapService.classifyMany({ submissionIds: ids, themeId, districtId: west }, officer)).toEqual(
      {
        changed: 0,
      },
    )
    await journalService.undoLast({}, officer)
    expect(await Promise.all(ids.map(placeOf))).toEqual([
      [null, null],
      [east, null],
    ])
  })

  describe('a district by the point', () => {
    const classify = async (submissionId: string, place: object) => {
      const { version } = await submissionsService.get({ submissionId }, officer)
      await submissionsService.classify({ submissionId, version, ...place }, officer)
    }

    it('comes with the point, follows it, goes with it and comes back with an undo', async () => {
      const id = await given({})
      await classify(id, onMap(0.5, 0.5))
      expect(await placeOf(id)).toEqual([west, 'point'])
      await classify(id, onMap(1.5, 0.5))
      expect(await placeOf(id)).toEqual([east, 'point'])
      await journalService.undoLast({}, officer)
      expect(await placeOf(id)).toEqual([west, 'point'])
      await classify(id, { longitude: null, latitude: null })
      expect(await placeOf(id)).toEqual([null, null])
    })

    it('never takes the place of one that was chosen', async () => {
      const id = await given({})
      await classify(id, { districtId: west })
      await classify(id, onMap(1.5, 0.5))
      expect(await placeOf(id)).toEqual([west, 'hand'])
    })

    it('is given at the entry of a deposit', async () => {
      const typed = {
        processId: dossier.processId,
        title: 'Un banc',
        body: 'Un banc.',
        authorName: null,
        authorEmail: null,
        authorPhone: null,
        authorAddress: null,
        channel: 'paper',
        themeId: null,
        districtId: null,
        address: null,
        declaredCost: null,
        meetingId: null,
        ...onMap(1.5, 0.5),
      } as const
      const created = await submissionsService.create(typed, officer)
      expect(await placeOf(created.id)).toEqual([east, 'point'])
      const chosen = await submissionsService.create({ ...typed, districtId: west }, officer)
      expect(await placeOf(chosen.id)).toEqual([west, 'hand'])
    })

    it('is given by an import, follows its new point, and never overrules a declared one', async () => {
      const importer = await dossier.callAs('Alix', ['administrator'])
      const table = (first: string, second: string) =>
        `id;title/fr;body/fr;component/id;scope/name/fr;latitude;longitude\n${first}\n${second}\n`
      const at = (x: number): string => {
        const { longitude, latitude } = onMap(x, 0.5)
        return `${latitude};${longitude}`
      }
      await importContent(dossier, importer, 'a.csv', table(`1;A;a;1;;${at(0.5)}`, `2;B;b;1;Pile;${at(1.5)}`))
      const { rows } = await submissionsService.list(
        { processId: dossier.processId, sort: 'number', descending: false, offset: 0, limit: 10 },
        officer,
      )
      const ids = rows.map(({ id }) => id)
      expect(await Promise.all(ids.map(placeOf))).toEqual([
        [west, 'point'],
        [west, null],
      ])
      await importContent(dossier, importer, 'a.csv', table(`1;A;a;1;;${at(1.5)}`, `2;B;b;1;;${at(1.4)}`))
      expect(await Promise.all(ids.map(placeOf))).toEqual([
        [east, 'point'],
        [west, null],
      ])
    })
  })

  it('exports a selection without anybody’s name, as a workbook and as GeoJSON', async () => {
    const id = await given({ x: 0.512345678, y: 0.5, districtId: west }, '<b>Un banc</b>')
    const path = join(dossier.folder, 'carte.geojson')
    expect(
      await mapService.exportSelection({ processId: dossier.processId, submissionIds: [id], path }, officer),
    ).toEqual({ path, rows: 1 })
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain('Dominique')
    const { features } = JSON.parse(text)
    expect(features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [3.16512, 50.685] },
      properties: { title: '<b>Un banc</b>', district: 'Pile' },
    })
    const workbook = join(dossier.folder, 'carte.xlsx')
    await mapService.exportSelection(
      { processId: dossier.processId, submissionIds: [id], path: workbook },
      officer,
    )
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK')
  })

  it('asks nothing of the web until an administrator says of whom, and tells the window at once', async () => {
    const asked: (string | null)[] = []
    const administrator = await dossier.callAs('Alix', ['administrator'])
    const session = { ...administrator.session }
    const opened = { path: 'x', database: dossier.database, migratedFrom: null, release: async () => {} }
    Object.assign(session, { dossier: opened })
    const call: DossierCall = {
      ...administrator,
      session,
      ports: { ...administrator.ports, tileGate: { allow: async (origin) => void asked.push(origin) } },
    }
    const before = await mapService.background({}, call)
    expect(before.enabled).toBe(false)
    await expect(
      mapService.saveBackground(
        { ...before, enabled: true, urlTemplate: 'http://example.org/{z}/{x}/{y}' },
        call,
      ),
    ).rejects.toMatchObject({ code: 'background-address-invalid' })
    expect(asked).toEqual([])
    const on = await mapService.saveBackground({ ...before, enabled: true }, call)
    expect(on.enabled).toBe(true)
    await expect(mapService.saveBackground({ ...before, enabled: false }, call)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await mapService.saveBackground({ ...on, enabled: false }, call)
    expect(asked).toEqual(['https://data.geopf.fr', null])
    const { entries } = await journalService.list({ offset: 0, limit: 5 }, call)
    expect(entries.map(({ action }) => action)).toEqual(['map.save-background', 'map.save-background'])
  })
})
