import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('decisions on a selection', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  let ids: readonly string[]
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
    ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier, { stage: 'on-ballot' }),
      await givenSubmission(dossier, { authorName: 'Camille Durand' }),
      await givenSubmission(dossier),
    ]
  })
  afterEach(() => dossier.close())

  const decide = (more: { skipUnfit?: boolean; preview?: boolean } = {}) =>
    submissionsService.decideMany(
      {
        submissionIds: [...ids],
        verdict: 'inadmissible',
        reasons: ['study-only'],
        rationale: 'Un événement seul.',
        redirectedTo: null,
        skipUnfit: more.skipUnfit ?? false,
        preview: more.preview ?? false,
      },
      officer,
    )
  const stages = async () =>
    Promise.all(
      ids.map(async (submissionId) => (await submissionsService.get({ submissionId }, officer)).stage),
    )

  it('changes nothing when one does not fit', async () => {
    await expect(decide()).rejects.toMatchObject({ code: 'transition-not-allowed' })
    expect(await stages()).toEqual(['submitted', 'on-ballot', 'submitted', 'submitted'])
  })

  it('says beforehand how many will change, which will not and why, and writes nothing', async () => {
    const foreseen = await decide({ skipUnfit: true, preview: true })
    expect(await stages()).toEqual(['submitted', 'on-ballot', 'submitted', 'submitted'])
    expect(dossier.topics).toEqual([])
    expect(foreseen).toEqual(await decide({ skipUnfit: true }))
    expect(foreseen).toMatchObject({
      decided: 2,
      refused: [
        { submissionId: ids[1], code: 'transition-not-allowed' },
        { submissionId: ids[2], code: 'own-contribution' },
      ],
    })
    expect(await stages()).toEqual(['inadmissible', 'on-ballot', 'submitted', 'inadmissible'])
  })

  it('leaves one chained entry per submission and is taken back as one act', async () => {
    await decide({ skipUnfit: true })
    expect(await verifyJournal(dossier.database.reader)).toMatchObject({ sound: true, entries: 2 })
    expect(await journalService.undoLast({}, officer)).toMatchObject({ objects: 2 })
    expect(await stages()).toEqual(['submitted', 'on-ballot', 'submitted', 'submitted'])
  })

  it('selects everything that matches a filter, by number', async () => {
    const matching = await submissionsService.matchingIds(
      { processId: dossier.processId, stages: ['submitted'] },
      officer,
    )
    expect(matching).toEqual([ids[0], ids[2], ids[3]])
  })
})
