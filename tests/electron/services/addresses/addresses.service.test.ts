import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addressesService } from '../../../../electron/services/addresses/addresses.service.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { mapService } from '../../../../electron/services/map/map.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { givenShapes, onMap, putAt } from '../../../helpers/given-map.ts'
import { givenFile } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const header =
  'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;type_position;alias;nom_ld'

function line(number: string, suffix: string, street: string, x: number, y: number): string {
  const { longitude, latitude } = onMap(x, y)
  return `59512_1_${number};;${number};${suffix};${street};59100;59512;Roubaix;1;1;${longitude};${latitude};entrance;;`
}

const base = [
  header,
  line('1', '', 'Rue de l’Épeule', 0.2, 0.5),
  line('3', '', 'Rue de l’Épeule', 0.3, 0.5),
  line('3', 'bis', 'Rue de l’Épeule', 0.31, 0.5),
  line('12', '', 'Boulevard du Général de Gaulle', 1.5, 0.5),
  '59512_9;;4;;;59100;59512;Roubaix;;;;;;;',
  '',
].join('\n')

describeOnBothEngines('the address base', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  let administrator: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
    administrator = await dossier.callAs('Alix', ['administrator'])
    await givenShapes(dossier)
  })
  afterEach(() => dossier.close())

  const load = (text: string, more: { communes?: string[]; sha256?: string } = {}) =>
    addressesService.importBase({ path: givenFile(dossier, 'ban.csv', text), ...more }, administrator)
  const search = (text: string) => addressesService.search({ text, limit: 6 }, officer)

  it('is told before it is loaded, then replaces the one before entirely', async () => {
    const path = givenFile(dossier, 'ban.csv', base)
    expect(await addressesService.inspect({ path }, administrator)).toMatchObject({
      rows: 5,
      streets: 2,
      addresses: 4,
      communes: [{ code: '59512', name: 'Roubaix', addresses: 4 }],
      rejected: 1,
      rejectedLines: [6],
    })
    expect(await addressesService.base({}, officer)).toBeNull()
    expect(await search('3 rue de l’epeule')).toEqual([])
    expect(await load(base)).toMatchObject({ addresses: 4, streets: 2, communes: ['Roubaix'] })
    expect((await search('3bis r epeule'))[0]).toMatchObject({
      label: '3 bis Rue de l’Épeule, 59100 Roubaix',
      kind: 'exact',
      ...onMap(0.31, 0.5),
    })
    await load([header, line('7', '', 'Rue Neuve', 0.5, 0.5)].join('\n'))
    expect((await search('7 rue neuve'))[0]?.kind).toBe('exact')
    expect(await search('3 rue de l’epeule')).toEqual([])
  })

  it('stays as it was when a file is refused or was changed meanwhile', async () => {
    await load(base)
    const before = await addressesService.base({}, officer)
    await expect(load('titre;description\nUn banc;Un banc\n')).rejects.toMatchObject({
      code: 'addresses-columns-missing',
    })
    await expect(load(`${header}\n`)).rejects.toMatchObject({ code: 'addresses-none' })
    await expect(load(base, { communes: ['59350'] })).rejects.toMatchObject({ code: 'addresses-none' })
    await expect(load(base, { sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'file-changed' })
    await expect(
      addressesService.importBase(
        { path: givenFile(dossier, 'ban.csv', base) },
        { ...administrator, signal: AbortSignal.abort() },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(await addressesService.base({}, officer)).toEqual(before)
    expect((await search('3 rue de l’epeule'))[0]?.kind).toBe('exact')
  })

  it('is known at the front door for what it is, and no register of proposals is taken for one', async () => {
    const codes = async (name: string, text: string): Promise<readonly string[]> => {
      const { notices } = await importsService.inspect(
        { path: givenFile(dossier, name, text), choices: {} },
        administrator,
      )
      return notices.map(({ code }) => code)
    }
    expect(await codes('ban.csv', base)).toContain('address-base')
    const register =
      'numero;titre;description;voie;code postal;lat;lon\n1;Un banc;Un banc;rue Neuve;59100;50.7;3.17\n'
    expect(await codes('registre.csv', register)).not.toContain('address-base')
  })

  it('reads the local base of a commune, with its errors', async () => {
    const path = join(import.meta.dirname, '../../../fixtures/imports/addresses-bom.csv')
    const told = await addressesService.inspect({ path, communes: ['Strasbourg'] }, administrator)
    expect(told.communes.map(({ name }) => name)).toEqual(['Strasbourg', 'Acigné', 'PLOUGASTEL-DAOULAS'])
    expect(told.communes[0]).toMatchObject({ code: '67482', addresses: 8 })
    await addressesService.importBase({ path, communes: ['67482'] }, administrator)
    expect((await search('8 rue du rosslauf'))[0]).toMatchObject({ kind: 'exact', longitude: 7.721256 })
    expect(await search('rue eric tabarly')).toEqual([])
  })

  it('keeps the door of an address that has several positions, and reads Lambert-93', async () => {
    await load(
      [
        'cle_interop;voie_nom;numero;suffixe;commune_nom;position;x;y;long;lat',
        '67482_1_1;Rue du Verdon;1;;Strasbourg;parcelle;;;7.7;48.5',
        '67482_1_1;Rue du Verdon;1;;Strasbourg;entrée;;;7.71;48.51',
        '67482_1_3;Rue du Verdon;3;;Strasbourg;;1049409.0;6838286.4;;',
      ].join('\n'),
    )
    expect((await search('1 rue du verdon'))[0]).toMatchObject({ longitude: 7.71, latitude: 48.51 })
    const [third] = await search('3 rue du verdon')
    expect(third?.longitude).toBeCloseTo(7.737072, 4)
    expect(third?.latitude).toBeCloseTo(48.55045, 4)
  })

  it('lists what waits, the surest first, and places only what was chosen, in one act', async () => {
    await load(base)
    const ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    const [west = '', east = ''] = dossier.districtIds
    await putAt(dossier, ids[0] ?? '', { address: 'rue de l’Épeule' })
    await putAt(dossier, ids[1] ?? '', { address: '12 bd du Gal-de-Gaulle, 59100 Roubaix' })
    await putAt(dossier, ids[2] ?? '', { address: 'chez moi', districtId: west })
    await putAt(dossier, ids[3] ?? '', { address: '3 bis rue de l’Épeule', districtId: east })
    const { rows, total } = await addressesService.review(
      { processId: dossier.processId, limit: 10 },
      officer,
    )
    expect(total).toBe(4)
    expect(rows.map(({ number, best }) => [number, best?.kind])).toEqual([
      [2, 'exact'],
      [4, 'exact'],
      [1, 'street'],
      [3, undefined],
    ])
    const sure = rows.flatMap(({ submissionId, best }) =>
      best !== null && best.score >= 0.8 ? [{ submissionId, choice: best.choice }] : [],
    )
    expect(await addressesService.place({ processId: dossier.processId, placings: sure }, officer)).toEqual({
      placed: 2,
    })
    const places = async () =>
      Promise.all(
        ids.map(async (submissionId) => {
          const { districtId, districtOrigin, longitude } = await mapService.place({ submissionId }, officer)
          return [longitude, districtId, districtOrigin]
        }),
      )
    expect(await places()).toEqual([
      [null, null, null],
      [onMap(1.5, 0.5).longitude, east, 'point'],
      [null, west, null],
      [onMap(0.31, 0.5).longitude, east, null],
    ])
    // What has a point by now is left alone.
    expect(await addressesService.place({ processId: dossier.processId, placings: sure }, officer)).toEqual({
      placed: 0,
    })
    expect(await journalService.undoLast({}, officer)).toMatchObject({ objects: 2 })
    expect((await places()).map(([longitude]) => longitude)).toEqual([null, null, null, null])
  })
})
