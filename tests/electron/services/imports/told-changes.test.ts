import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('changes that a re-import tells', (open) => {
  let dossier: TestDossier
  let call: DossierCall
  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Camille', ['moderator'])
  })
  afterEach(() => dossier.close())

  function request(lines: readonly string[]) {
    const path = join(dossier.folder, 'export.csv')
    writeFileSync(path, lines.join('\n'))
    return { processId: dossier.processId, path, choices: {} }
  }

  it('takes a theme that only the newer export names, and tells it by its name', async () => {
    const header = 'id;category/name;title/fr;body/fr;state;supports;url;scope/id'
    const url = 'https://participer.roubaix.fr/f/1/proposals/1'
    await importsService.commit(request([header, `1;Nature;Un banc;<p>Un banc</p>;;3;${url};4`]), call)
    const newer = request([header, `1;Culture;Un banc;<p>Deux bancs</p>;;5;${url};4`])
    const preview = await importsService.preview(newer, call)
    expect(preview.changes).toEqual([
      {
        reference: 'BP26-0001',
        title: 'Un banc',
        fields: [
          { field: 'body', before: 'Un banc', after: 'Deux bancs' },
          { field: 'supports_count', before: '3', after: '5' },
          { field: 'theme_id', before: 'Nature', after: 'Culture' },
        ],
      },
    ])
    const outcome = await importsService.commit(newer, call)
    expect(outcome).toMatchObject({ updated: 1, changes: preview.changes })
    const stored = await dossier.database.db
      .selectFrom('submission')
      .innerJoin('theme', 'theme.id', 'submission.theme_id')
      .select('theme.name')
      .execute()
    expect(stored).toEqual([{ name: 'Culture' }])
  })

  it('tells what changes of a meeting and of a budget project', async () => {
    const meetings = 'id;title/fr;description/fr;start_time;end_time;attendees;url'
    const meeting = (attendees: number) =>
      `7;Atelier;<p>Salle du Pile</p>;2026-02-01 18:00:00 +0100;2026-02-01 20:00:00 +0100;${attendees};https://participer.roubaix.fr/f/2/meetings/7`
    await importsService.commit(request([meetings, meeting(12)]), call)
    const more = await importsService.preview(request([meetings, meeting(31)]), call)
    expect(more.changes[0]).toMatchObject({
      title: 'Atelier',
      fields: [{ field: 'attendees', before: '12', after: '31' }],
    })

    const projects = 'id;title/fr;description/fr;budget_amount;url'
    const project = (euros: number) =>
      `9;Verger;<p>Douze arbres</p>;${euros};https://participer.roubaix.fr/f/3/budgets/1/projects/9`
    await importsService.commit(request([projects, project(1_200)]), call)
    const dearer = await importsService.preview(request([projects, project(1_500)]), call)
    expect(dearer.changes[0]?.fields).toEqual([
      { field: 'imported_cost_cents', before: '120000', after: '150000' },
    ])
  })
})
