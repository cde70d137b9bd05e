import { afterEach, beforeEach, expect, it } from 'vitest'
import { proposersOf } from '../../../../electron/data/projects/project.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('merging', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(() => dossier.close())

  const get = (submissionId: string) => submissionsService.get({ submissionId }, officer)
  const merge = (submissionId: string, intoSubmissionId: string) =>
    submissionsService.merge({ submissionId, intoSubmissionId, rationale: 'Même idée.' }, officer)
  const split = (submissionId: string) =>
    submissionsService.split({ submissionId, reason: 'Lieux différents.' }, officer)

  it('I1 keeps every number through merges and splits, and deletes nothing', async () => {
    const lead = await givenSubmission(dossier, { authorName: 'Anne' })
    const member = await givenSubmission(dossier, { authorName: 'Boris' })
    const before = [await get(lead), await get(member)].map(({ number, reference }) => [number, reference])
    expect(await merge(member, lead)).toMatchObject({ stage: 'merged', mergedInto: { id: lead } })
    expect((await get(lead)).mergedFrom).toMatchObject([{ id: member, authorName: 'Boris' }])
    expect(await split(member)).toMatchObject({ stage: 'submitted', mergedInto: null })
    expect((await get(lead)).mergedFrom).toEqual([])
    expect([await get(lead), await get(member)].map(({ number, reference }) => [number, reference])).toEqual(
      before,
    )
  })

  it('takes a merge back', async () => {
    const lead = await givenSubmission(dossier)
    const member = await givenSubmission(dossier, { stage: 'admissible' })
    await merge(member, lead)
    await journalService.undoLast({}, officer)
    expect(await get(member)).toMatchObject({ stage: 'admissible', mergedInto: null })
  })

  it('takes the members along when their lead is merged: every proposer stays in the family', async () => {
    const [first, second, third] = await Promise.all(
      ['Anne', 'Boris', 'Chloé'].map((authorName) => givenSubmission(dossier, { authorName })),
    )
    if (first === undefined || second === undefined || third === undefined) throw new Error('three')
    await merge(third, second)
    await merge(second, first)
    expect((await get(first)).mergedFrom.map(({ id }) => id).sort()).toEqual([second, third].sort())
    expect([...(await proposersOf(dossier.database.reader, [first]))].sort()).toEqual([
      'Anne',
      'Boris',
      'Chloé',
    ])
    await journalService.undoLast({}, officer)
    expect((await get(third)).mergedInto?.id).toBe(second)
    expect(await get(second)).toMatchObject({ stage: 'submitted', mergedInto: null })
  })

  it('forgets the lead of what is decided on its own again', async () => {
    const lead = await givenSubmission(dossier)
    const member = await givenSubmission(dossier)
    await merge(member, lead)
    const decided = await submissionsService.decide(
      {
        submissionId: member,
        verdict: 'admissible',
        reasons: [],
        rationale: 'Un autre lieu.',
        redirectedTo: null,
      },
      officer,
    )
    expect(decided).toMatchObject({ stage: 'admissible', mergedInto: null })
  })

  it('refuses itself, a closed lead, another démarche’s lead, and a decision “merged” without a lead', async () => {
    const lead = await givenSubmission(dossier)
    const closed = await givenSubmission(dossier, { stage: 'inadmissible' })
    const grouped = await givenSubmission(dossier)
    await merge(grouped, lead)
    for (const into of [closed, grouped]) {
      const other = await givenSubmission(dossier)
      await expect(merge(other, into)).rejects.toMatchObject({ code: 'merge-impossible' })
    }
    await expect(merge(lead, lead)).rejects.toMatchObject({ code: 'merge-impossible' })
    await expect(split(lead)).rejects.toMatchObject({ code: 'split-not-merged' })
    await expect(
      submissionsService.decide(
        { submissionId: lead, verdict: 'merged', reasons: [], rationale: '', redirectedTo: null },
        officer,
      ),
    ).rejects.toMatchObject({ code: 'merge-needs-lead' })
  })
})
