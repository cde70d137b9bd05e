import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { familiesService } from '../../../../electron/services/families/families.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('families', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(() => dossier.close())

  const given = async (supports = 0, authorName = 'Anne') => {
    const id = await givenSubmission(dossier, { authorName })
    await dossier.database.db
      .updateTable('submission')
      .set({ supports_count: supports })
      .where('id', '=', id)
      .execute()
    return id
  }
  const family = (submissionId: string) => familiesService.family({ submissionId }, officer)
  const group = (leadId: string, ...memberIds: readonly string[]) =>
    familiesService.group({ leadId, memberIds: [...memberIds], rationale: 'Même idée.' }, officer)
  const get = (submissionId: string) => submissionsService.get({ submissionId }, officer)
  const undo = () => journalService.undoLast({}, officer)
  const importSupporters = (lines: readonly string[]) => {
    const path = join(dossier.folder, 'soutiens.csv')
    writeFileSync(path, ['Référence;Courriel', ...lines].join('\n'))
    return familiesService.importSupporters({ processId: dossier.processId, path }, officer)
  }

  it('group without moving anything: authors, supports and comments stay where they were, all are shown', async () => {
    const lead = await given(34, 'Anne')
    const member = await given(17, 'Boris')
    await group(lead, member)
    const expected = {
      lead: { id: lead, authorName: 'Anne', supportsCount: 34 },
      members: [{ id: member, authorName: 'Boris', supportsCount: 17, agreement: null }],
      supports: { atLeast: 34, atMost: 51 },
    }
    expect(await family(lead)).toMatchObject(expected)
    expect(await family(member)).toMatchObject(expected)
    expect((await get(member)).supportsCount).toBe(17)
  })

  it('take in another family whole, and a grouped proposal stands for its lead', async () => {
    const [a, b, c, d] = [await given(), await given(), await given(), await given()]
    await group(a, b)
    await group(c, d)
    expect(await group(b, d)).toEqual({ leadId: a, grouped: 1 })
    expect((await family(a))?.members.map(({ id }) => id)).toEqual([b, c, d])
    await undo()
    expect((await family(a))?.members.map(({ id }) => id)).toEqual([b])
    expect((await family(c))?.members.map(({ id }) => id)).toEqual([d])
  })

  it('group entirely or not at all', async () => {
    const lead = await given()
    const good = await given()
    const closed = await givenSubmission(dossier, { stage: 'inadmissible' })
    await expect(group(lead, good, closed)).rejects.toMatchObject({ code: 'transition-not-allowed' })
    expect(await family(lead)).toBeNull()
    await expect(group(closed, good)).rejects.toMatchObject({ code: 'merge-impossible' })
  })

  it('record the proposer’s agreement, journaled, and take it back', async () => {
    const lead = await given()
    const member = await given()
    await group(lead, member)
    const record = (input: Partial<Parameters<typeof familiesService.recordAgreement>[0]>) =>
      familiesService.recordAgreement(
        {
          submissionId: member,
          state: 'asked',
          askedOn: '2026-03-02',
          answeredOn: null,
          means: 'email',
          note: '',
          ...input,
        },
        officer,
      )
    await record({})
    await record({ state: 'agreed', answeredOn: '2026-03-05', note: 'D’accord au téléphone.' })
    expect((await family(lead))?.members[0]?.agreement).toMatchObject({
      state: 'agreed',
      askedOn: '2026-03-02',
      answeredOn: '2026-03-05',
      note: 'D’accord au téléphone.',
      recordedByName: 'Camille Durand',
    })
    await undo()
    expect((await family(lead))?.members[0]?.agreement).toMatchObject({ state: 'asked', answeredOn: null })
    await record({ state: null })
    expect((await family(lead))?.members[0]?.agreement).toBeNull()
    await undo()
    expect((await family(lead))?.members[0]?.agreement).toMatchObject({ state: 'asked' })
    await expect(record({ submissionId: lead })).rejects.toMatchObject({ code: 'split-not-merged' })
  })

  it('unite known supporters, keep no address, and forget an import that is taken back', async () => {
    const lead = await given(2)
    const member = await given(2)
    await group(lead, member)
    const [one, other] = [(await get(lead)).reference, (await get(member)).reference]
    const outcome = await importSupporters([
      `${one};anne@exemple.fr`,
      `${one};boris@exemple.fr`,
      `${other};ANNE@exemple.fr`,
      `${other};chloe@exemple.fr`,
      'BP26-9999;dan@exemple.fr',
      `${other};`,
    ])
    expect(outcome).toEqual({
      lines: 5,
      added: 4,
      proposals: 2,
      unknown: [{ line: 6, reference: 'BP26-9999' }],
      unknownCount: 1,
    })
    expect((await family(lead))?.supports).toEqual({ atLeast: 3, atMost: 3 })
    const kept = await dossier.database.reader.selectFrom('supporter').selectAll().execute()
    expect(JSON.stringify(kept)).not.toMatch(/exemple|anne/i)
    expect(await importSupporters([`${one};anne@exemple.fr`])).toMatchObject({ added: 0 })
    await undo()
    expect((await family(lead))?.supports).toEqual({ atLeast: 2, atMost: 4 })
  })

  it('refuse a table without the columns, or without a line', async () => {
    const path = join(dossier.folder, 'autre.csv')
    const read = () => familiesService.importSupporters({ processId: dossier.processId, path }, officer)
    writeFileSync(path, 'Titre;Quartier\nArbres;Pile\n')
    await expect(read()).rejects.toMatchObject({ code: 'supporters-columns-missing' })
    writeFileSync(path, 'Référence;Courriel\nBP26-0001;\n')
    await expect(read()).rejects.toMatchObject({ code: 'supporters-empty' })
  })

  it('come back to what they were when every group is taken back or split, in any order', async () => {
    const ids = await Promise.all([3, 5, 8, 13].map((supports) => given(supports)))
    const state = async () =>
      (
        await dossier.database.reader
          .selectFrom('submission')
          .select(['id', 'stage', 'merged_into_id', 'supports_count', 'author_name', 'comments_count'])
          .orderBy('number')
          .execute()
      ).map((row) => JSON.stringify(row))
    const before = await state()
    const act = fc.record({ lead: fc.nat(3), member: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 4 }), fc.boolean(), async (acts, bySplitting) => {
        let done = 0
        for (const { lead, member } of acts) {
          const { grouped } = await group(ids[lead] ?? '', ids[member] ?? '')
          if (grouped > 0) done++
          for (const id of ids) {
            const united = (await family(id))?.supports
            if (united !== undefined) expect(united.atLeast).toBeLessThanOrEqual(united.atMost)
          }
        }
        if (bySplitting) {
          for (const id of ids)
            if ((await get(id)).stage === 'merged')
              await submissionsService.split({ submissionId: id, reason: 'À part.' }, officer)
        } else for (let nth = 0; nth < done; nth++) await undo()
        expect(await state()).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })
})
