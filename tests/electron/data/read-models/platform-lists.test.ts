import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { listComments } from '../../../../electron/data/read-models/comment-list.query.ts'
import { listMeetings } from '../../../../electron/data/read-models/meeting-list.query.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('comments and meetings of a démarche', (open) => {
  let dossier: TestDossier
  const folder = mkdtempSync(join(tmpdir(), 'parvis-lists-'))
  beforeEach(async () => {
    dossier = await open()
  })
  afterEach(() => dossier.close())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function take(name: string, lines: readonly string[]): Promise<void> {
    const path = join(folder, name)
    writeFileSync(path, `${lines.join('\n')}\n`)
    const call = await dossier.callAs('Inès', ['moderator'])
    await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
  }

  it('gives comments from the oldest, with the proposal they are on, and finds words', async () => {
    await take('propositions.csv', ['id;title/fr;body/fr;state;reference', '7;Un tilleul;De l’ombre;;R-7'])
    await take('commentaires.csv', [
      'id;created_at;body;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url',
      '2;2026-02-02 10:00:00 +0100;Bonne idée;Noé;1;0;7;Decidim::Proposals::Proposal;',
      '1;2026-02-01 10:00:00 +0100;Trop cher;Léa;-1;0;7;Decidim::Proposals::Proposal;',
    ])
    const { reader } = dossier.database
    const all = await listComments(reader, { processId: dossier.processId }, 0, 10)
    expect(all.total).toBe(2)
    expect(all.rows.map(({ body, authorName, alignment }) => [body, authorName, alignment])).toEqual([
      ['Trop cher', 'Léa', -1],
      ['Bonne idée', 'Noé', 1],
    ])
    expect(all.rows[0]?.submissionReference).toBe('BP26-0001')
    const second = await listComments(reader, { processId: dossier.processId }, 1, 1)
    expect(second).toMatchObject({ total: 2, rows: [{ body: 'Bonne idée' }] })
    const found = await listComments(reader, { processId: dossier.processId, search: 'CHER léa' }, 0, 10)
    expect(found.rows.map(({ body }) => body)).toEqual(['Trop cher'])
  })

  it('gives meetings in the order of time', async () => {
    await take('rencontres.csv', [
      'id;title/fr;description/fr;start_time;end_time;attendees;contributions;address',
      '2;Au parc;Balade;2026-03-02 18:00:00 +0100;2026-03-02 20:00:00 +0100;12;3;Parc Barbieux',
      '1;À l’école;Réunion;2026-02-02 18:00:00 +0100;2026-02-02 20:00:00 +0100;30;9;Rue Pellart',
    ])
    const meetings = await listMeetings(dossier.database.reader, dossier.processId)
    expect(meetings.map(({ title, attendees }) => [title, attendees])).toEqual([
      ['À l’école', 30],
      ['Au parc', 12],
    ])
  })
})
