import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { frenchExcelDialect, writeCsv } from '../../../../electron/exports/writers/csv.writer.ts'
import { writeXlsx } from '../../../../electron/exports/writers/xlsx.writer.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import type { ReportColumn } from '../../../../shared/domain/reports/report-document.ts'
import { dossierContent, givenFile, importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('import of tables', (open) => {
  let dossier: TestDossier
  let call: DossierCall
  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Camille', ['administrator'])
  })
  afterEach(() => dossier.close())

  const submissions = () =>
    dossier.database.reader.selectFrom('submission').selectAll().orderBy('number').execute()

  it('knows a register by what its rows say: its newer state changes it, another register does not', async () => {
    const north =
      'N°;Titre;Description\n1;Bancs;Des bancs au parc\n2;Mare;Une mare à l’école\n3;Nichoirs;Pour les mésanges\n'
    const south =
      'N°;Titre;Description\n1;Piste;Une piste cyclable\n2;Fresque;Une fresque au gymnase\n3;Kiosque;Pour la fanfare\n'
    expect(await importContent(dossier, call, 'nord.csv', north)).toMatchObject({ created: 3 })
    expect(await importContent(dossier, call, 'sud.csv', south)).toMatchObject({ created: 3, updated: 0 })
    const newer = north.replace('Une mare à l’école', 'Une mare au parc')
    expect(await importContent(dossier, call, 'nord v2.csv', newer)).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 2,
    })
    expect(await importContent(dossier, call, 'sud.csv', south)).toMatchObject({ unchanged: 3 })
    expect((await submissions()).map(({ title, body_text }) => [title, body_text])).toContainEqual([
      'Mare',
      'Une mare au parc',
    ])
  })

  it('keeps two people who wrote the same words apart, and finds both again', async () => {
    const text =
      'Titre;Description\nDes arbres;Plus d’ombre\nDes arbres;Plus d’ombre\nDes bancs;Pour s’asseoir\n'
    expect(await importContent(dossier, call, 'a.csv', text)).toMatchObject({ created: 3 })
    const before = await dossierContent(dossier)
    expect(await importContent(dossier, call, 'a.csv', text)).toMatchObject({ unchanged: 3 })
    expect(await dossierContent(dossier)).toBe(before)
  })

  it('I18 keeps leading zeros through import, export and import', async () => {
    const text =
      'Identifiant;Titre;Code postal;Téléphone\n007;Verger;01500;0320112233\n0070;Mare;07000;0600000000\n'
    await importContent(dossier, call, 'a.csv', text)
    const rows = (await submissions()).map((row) => ({
      Identifiant: row.external_id,
      Titre: row.title,
      'Code postal': (JSON.parse(row.extra) as Record<string, string>)['Code postal'] ?? '',
      Téléphone: row.author_phone,
    }))
    expect(rows).toEqual([
      { Identifiant: '007', Titre: 'Verger', 'Code postal': '01500', Téléphone: '0320112233' },
      { Identifiant: '0070', Titre: 'Mare', 'Code postal': '07000', Téléphone: '0600000000' },
    ])
    const columns: readonly ReportColumn[] = ['Identifiant', 'Titre', 'Code postal', 'Téléphone'].map(
      (name) => ({
        header: name,
        key: name,
        width: 20,
        kind: 'text',
      }),
    )
    const csvPath = join(dossier.folder, 'export.csv')
    await writeCsv({ columns, rows }, csvPath, frenchExcelDialect, 'Europe/Paris')
    expect(await importContent(dossier, call, 'back.csv', readFileSync(csvPath))).toMatchObject({
      created: 0,
      unchanged: 2,
    })
    const xlsxPath = join(dossier.folder, 'export.xlsx')
    await writeXlsx(
      {
        title: 'Export',
        sheets: [{ name: 'Export', columns, rows }],
        properties: { title: 'Export', language: 'fr', author: 'Parvis' },
        timeZone: 'Europe/Paris',
        generatedAt: '2026-03-01T10:00:00.000Z',
      },
      xlsxPath,
    )
    const back = await importsService.commit(
      { processId: dossier.processId, path: xlsxPath, choices: { sheet: 'Export' } },
      call,
    )
    expect(back).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  })

  it('reads a layout that was mapped once the same way again', async () => {
    const text = 'Quoi;Où;Combien\nBancs au parc;Pile;1 200,50 €\n'
    const mapping = {
      columns: { Quoi: 'title', Où: 'district', Combien: 'declaredCost' },
      dateOrder: 'day-first',
    } as const
    await importContent(dossier, call, 'a.csv', text, { mapping, rememberMappingAs: 'Boîtes à idées' })
    const path = givenFile(dossier, 'b.csv', text.replace('Bancs', 'Tables'))
    const inspection = await importsService.inspect({ path, choices: {} }, call)
    expect(inspection).toMatchObject({ rememberedMapping: 'Boîtes à idées', mapping })
    await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
    expect(
      (await submissions()).map(({ title, district_id, declared_cost_cents }) => [
        title,
        district_id,
        declared_cost_cents,
      ]),
    ).toEqual([
      ['Bancs au parc', dossier.districtIds[0], 120_050],
      ['Tables au parc', dossier.districtIds[0], 120_050],
    ])
  })

  it('lets the officer open a table whose text nobody could guess, and refuses only its import', async () => {
    const path = givenFile(dossier, 'a.csv', 'a;b\n1;2\n3;4\n')
    const inspection = await importsService.inspect({ path, choices: {} }, call)
    expect(inspection.columns).toEqual(['a', 'b'])
    const mapping = { columns: { a: 'ignore', b: 'extra' }, dateOrder: 'day-first' } as const
    await expect(
      importsService.commit({ processId: dossier.processId, path, choices: {}, mapping }, call),
    ).rejects.toMatchObject({ code: 'mapping-without-text' })
  })

  it('writes every rejection of a file into a workbook', async () => {
    const path = givenFile(
      dossier,
      'a.csv',
      'Titre;Description;Coût estimé\nA;b;12\n;;13\nB;c;beaucoup\nC;d;20\n',
    )
    const savePath = join(dossier.folder, 'rejets.xlsx')
    const written = await importsService.exportRejections(
      { processId: dossier.processId, path, choices: {}, savePath },
      call,
    )
    expect(written.rejected).toBe(2)
    const reread = await importsService.inspect({ path: savePath, choices: {} }, call)
    expect(reread.sample.map(({ cells }) => cells.slice(0, 2))).toEqual([
      [3, 'Titre'],
      [4, 'Coût estimé'],
    ])
  })
})
