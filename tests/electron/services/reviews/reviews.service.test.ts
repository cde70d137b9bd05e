import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { reviewsService } from '../../../../electron/services/reviews/reviews.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { teamService } from '../../../../electron/services/team/team.service.ts'
import type { SecondOpinionRule } from '../../../../shared/domain/moderation/second-opinion.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { givenFile } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('second opinions', (open) => {
  let dossier: TestDossier
  let anna: DossierCall
  let bruno: DossierCall
  let lead: DossierCall
  beforeEach(async () => {
    dossier = await open()
    anna = await dossier.callAs('Anna', ['moderator'])
    bruno = await dossier.callAs('Bruno', ['moderator'])
    lead = await dossier.callAs('Claude', ['manager'])
    await askFor('refusals')
  })
  afterEach(() => dossier.close())

  const askFor = async (secondOpinion: SecondOpinionRule) => {
    const { version } = await teamService.settings({ processId: dossier.processId }, lead)
    const settings = { version, secondOpinion, decisionDays: null, automatic: false, rules: [] }
    await teamService.saveSettings({ processId: dossier.processId, ...settings }, lead)
  }
  const refuse = (submissionId: string, call = anna) =>
    submissionsService.decide(
      {
        submissionId,
        verdict: 'inadmissible',
        reasons: ['over-cap'],
        rationale: 'Trop cher.',
        redirectedTo: null,
      },
      call,
    )
  const admit = (submissionId: string, call = anna) =>
    submissionsService.decide(
      { submissionId, verdict: 'admissible', reasons: [], rationale: '', redirectedTo: null },
      call,
    )
  const get = (submissionId: string) => submissionsService.get({ submissionId }, anna)
  const of = async (submissionId: string) => (await reviewsService.of({ submissionId }, anna))[0]
  const proposalId = async (submissionId: string) => (await of(submissionId))?.id ?? ''
  const counts = (call: DossierCall) => reviewsService.counts({ processId: dossier.processId }, call)
  const references = async (review: 'for-me' | 'by-me' | 'disagreed' | 'none', call: DossierCall) =>
    (
      await submissionsService.list(
        {
          processId: dossier.processId,
          review,
          sort: 'number',
          descending: false,
          offset: 0,
          limit: 50,
        },
        call,
      )
    ).rows.map(({ number }) => number)

  it('I2 I3 makes of a refusal a proposed decision: no stage moves and nobody is answered', async () => {
    const id = await givenSubmission(dossier)
    const after = await refuse(id)
    expect([after.stage, after.decisions, after.review]).toEqual(['submitted', [], 'waiting'])
    expect(await of(id)).toMatchObject({
      verdict: 'inadmissible',
      reasons: ['over-cap'],
      rationale: 'Trop cher.',
      proposedByName: 'Anna',
      state: 'waiting',
    })
    expect((await admit(await givenSubmission(dossier))).stage).toBe('admissible')
    expect([await counts(anna), await counts(bruno)]).toMatchObject([
      { forMe: 0, mine: 1 },
      { forMe: 1, mine: 0 },
    ])
  })

  it('takes effect under both names once another officer confirms', async () => {
    const id = await givenSubmission(dossier)
    await refuse(id)
    await expect(reviewsService.confirm({ proposalId: await proposalId(id) }, anna)).rejects.toMatchObject({
      code: 'second-opinion-own',
    })
    dossier.setNow('2026-03-02T09:00:00.000Z')
    const confirmed = await reviewsService.confirm({ proposalId: await proposalId(id) }, bruno)
    expect(confirmed).toMatchObject({ state: 'confirmed', opinion: 'agree', secondByName: 'Bruno' })
    const { stage, decisions, review } = await get(id)
    expect([stage, review]).toEqual(['inadmissible', null])
    expect(decisions).toMatchObject([
      {
        decidedByName: 'Anna',
        secondedByName: 'Bruno',
        decidedAt: '2026-03-02T09:00:00.000Z',
        rationale: 'Trop cher.',
      },
    ])
    await expect(reviewsService.confirm({ proposalId: confirmed.id }, bruno)).rejects.toMatchObject({
      code: 'proposal-closed',
    })
    expect((await counts(bruno)).agreement).toEqual({ agreed: 1, given: 1 })
  })

  it('I8 lets nobody confirm the refusal of their own contribution', async () => {
    const id = await givenSubmission(dossier, { authorName: 'BRUNO' })
    await refuse(id)
    await expect(reviewsService.confirm({ proposalId: await proposalId(id) }, bruno)).rejects.toMatchObject({
      code: 'own-contribution',
    })
  })

  it('lists a disagreement, which a responsible settles who is neither of the two', async () => {
    const id = await givenSubmission(dossier)
    await refuse(id)
    const proposal = await proposalId(id)
    await reviewsService.disagree({ proposalId: proposal, motive: 'Le coût est sous le plafond.' }, bruno)
    expect([(await get(id)).stage, (await get(id)).review]).toEqual(['submitted', 'disagreed'])
    expect(await references('disagreed', lead)).toEqual([1])
    expect((await counts(anna)).disagreements).toBe(1)
    const third = await dossier.callAs('Dana', ['moderator'])
    await expect(reviewsService.confirm({ proposalId: proposal }, third)).rejects.toMatchObject({
      code: 'disagreement-open',
    })
    const partial = await dossier.callAs('Bruno', ['manager'])
    await expect(
      reviewsService.settle({ proposalId: proposal, keep: true, reason: '' }, partial),
    ).rejects.toMatchObject({ code: 'settlement-own' })
    await reviewsService.settle({ proposalId: proposal, keep: true, reason: 'Le devis le montre.' }, lead)
    expect(await of(id)).toMatchObject({
      state: 'confirmed',
      opinion: 'disagree',
      motive: 'Le coût est sous le plafond.',
      settledByName: 'Claude',
      settlementReason: 'Le devis le montre.',
    })
    expect((await get(id)).decisions).toMatchObject([{ decidedByName: 'Anna', secondedByName: 'Claude' }])
    expect((await counts(anna)).agreement).toEqual({ agreed: 0, given: 1 })
  })

  it('leaves a decision that was set aside to be taken anew', async () => {
    const id = await givenSubmission(dossier)
    await refuse(id)
    const proposal = await proposalId(id)
    await reviewsService.disagree({ proposalId: proposal, motive: 'Non.' }, bruno)
    await expect(admit(id, bruno)).rejects.toMatchObject({ code: 'awaits-second-opinion' })
    await reviewsService.settle({ proposalId: proposal, keep: false, reason: '' }, lead)
    expect((await of(id))?.state).toBe('set-aside')
    expect((await admit(id, bruno)).stage).toBe('admissible')
  })

  it('ends a disagreement when the two agree, whichever way', async () => {
    const [first, second] = [await givenSubmission(dossier), await givenSubmission(dossier)]
    for (const id of [first, second]) {
      await refuse(id)
      await reviewsService.disagree({ proposalId: await proposalId(id), motive: 'Non.' }, bruno)
    }
    await reviewsService.confirm({ proposalId: await proposalId(first) }, bruno)
    await reviewsService.withdraw({ proposalId: await proposalId(second) }, anna)
    expect([(await get(first)).stage, (await get(second)).stage]).toEqual(['inadmissible', 'submitted'])
    expect([(await of(first))?.opinion, (await of(second))?.state]).toEqual(['disagree', 'withdrawn'])
    await expect(
      reviewsService.withdraw({ proposalId: await proposalId(first) }, anna),
    ).rejects.toMatchObject({ code: 'proposal-closed' })
  })

  it('lets its author change a proposed decision, and nobody else decide over it', async () => {
    const id = await givenSubmission(dossier)
    await refuse(id)
    await expect(refuse(id, bruno)).rejects.toMatchObject({ code: 'awaits-second-opinion' })
    await refuse(id)
    expect((await reviewsService.of({ submissionId: id }, anna)).map(({ state }) => state)).toEqual([
      'waiting',
      'withdrawn',
    ])
    await admit(id)
    expect([(await get(id)).stage, (await of(id))?.state]).toEqual(['admissible', 'overtaken'])
    // A withdrawal is the citizen's own.
    const other = await givenSubmission(dossier)
    await refuse(other)
    await submissionsService.decide(
      { submissionId: other, verdict: 'withdrawn', reasons: [], rationale: '', redirectedTo: null },
      bruno,
    )
    expect((await of(other))?.state).toBe('overtaken')
    expect((await counts(bruno)).forMe).toBe(0)
  })

  it('asks for a second officer on every decision where the démarche wants it', async () => {
    await askFor('all')
    const id = await givenSubmission(dossier)
    expect((await admit(id)).stage).toBe('submitted')
    await reviewsService.confirm({ proposalId: await proposalId(id) }, bruno)
    expect((await get(id)).stage).toBe('admissible')
    await askFor('none')
    expect((await refuse(await givenSubmission(dossier))).stage).toBe('inadmissible')
  })

  it('applies the same rule to many at once, to rows by reference and to files', async () => {
    const ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    const verdict = {
      verdict: 'inadmissible' as const,
      reasons: ['over-cap' as const],
      rationale: 'Trop cher.',
      redirectedTo: null,
    }
    const many = { submissionIds: ids.slice(0, 2), skipUnfit: true, ...verdict }
    expect(await submissionsService.decideMany({ ...many, preview: true }, anna)).toEqual({
      decided: 0,
      proposed: 2,
      refused: [],
    })
    expect(await submissionsService.decideMany({ ...many, preview: false }, anna)).toMatchObject({
      decided: 0,
      proposed: 2,
    })
    const path = givenFile(
      dossier,
      'decisions.csv',
      'référence;décision;motif;réponse\nBP26-0003;irrecevable;Dépasse le plafond;Trop cher.\n',
    )
    expect(await submissionsService.decideFromFile({ path }, anna)).toMatchObject({ decided: 0, proposed: 1 })
    // The same file again changes nothing; from somebody else it is no second opinion.
    expect(await submissionsService.decideFromFile({ path }, anna)).toMatchObject({
      decided: 0,
      proposed: 0,
      unchanged: 1,
    })
    expect((await submissionsService.decideFromFile({ path }, bruno)).rejected).toMatchObject([
      { code: 'awaits-second-opinion' },
    ])
    expect(await references('for-me', bruno)).toEqual([1, 2, 3])
    expect(await references('none', anna)).toEqual([])
    expect(await reviewsService.confirmMany({ submissionIds: ids }, bruno)).toEqual({
      confirmed: 3,
      refused: [],
    })
    expect((await Promise.all(ids.map(get))).map(({ stage }) => stage)).toEqual(ids.map(() => 'inadmissible'))
  })

  it('takes every step back, and refuses to once somebody has gone further', async () => {
    const id = await givenSubmission(dossier)
    await refuse(id)
    await reviewsService.confirm({ proposalId: await proposalId(id) }, bruno)
    await expect(journalService.undoLast({}, anna)).rejects.toMatchObject({ code: 'undo-overtaken' })
    await journalService.undoLast({}, bruno)
    expect([(await get(id)).stage, await of(id)]).toMatchObject([
      'submitted',
      { state: 'waiting', opinion: null, secondByName: null },
    ])
    await reviewsService.disagree({ proposalId: await proposalId(id), motive: 'Non.' }, bruno)
    await journalService.undoLast({}, bruno)
    expect(await of(id)).toMatchObject({ state: 'waiting', motive: '' })
    // The earlier of two by the same officer comes back with the later one's undo.
    await refuse(id)
    await journalService.undoLast({}, anna)
    expect((await reviewsService.of({ submissionId: id }, anna)).map(({ state }) => state)).toEqual([
      'withdrawn',
      'waiting',
    ])
    await journalService.undoLast({}, anna)
    expect([(await get(id)).review, (await counts(bruno)).forMe]).toEqual([null, 0])
    expect(await verifyJournal(dossier.database.reader)).toMatchObject({ sound: true })
  })

  it('I15 masks in a proposed decision what is masked in the proposal', async () => {
    const id = await givenSubmission(dossier, { body: 'Appelez le 06 11 22 33 44.' })
    await submissionsService.decide(
      {
        submissionId: id,
        verdict: 'inadmissible',
        reasons: ['imprecise'],
        rationale: 'Nous avons appelé le 06 11 22 33 44.',
        redirectedTo: null,
      },
      anna,
    )
    await redactionsService.mask({ submissionId: id, passage: '06 11 22 33 44', reason: 'Téléphone' }, anna)
    expect((await of(id))?.rationale).not.toContain('06 11')
    await reviewsService.confirm({ proposalId: await proposalId(id) }, bruno)
    expect((await get(id)).decisions[0]?.rationale).not.toContain('06 11')
  })
})
