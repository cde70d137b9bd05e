import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import type { Stage } from '../../../../shared/domain/lifecycle/stage.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the queue', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  const ids: string[] = []
  const [pile, fraternite] = [0, 1] as const
  const given: readonly (readonly [Stage, 0 | 1])[] = [
    ['submitted', pile],
    ['submitted', fraternite],
    ['incomplete', pile],
    ['admissible', fraternite],
    ['submitted', pile],
  ]
  beforeAll(async () => {
    ids.length = 0
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
    for (const [stage, district] of given) {
      const districtId = dossier.districtIds[district] ?? ''
      ids.push(await givenSubmission(dossier, { stage, districtId }))
    }
    await submissionsService.assign(
      { submissionIds: [ids[0] ?? '', ids[3] ?? ''], assigneeId: officer.actor().id },
      officer,
    )
  })
  afterAll(() => dossier.close())

  const counts = (facet: readonly { readonly value: string | null; readonly count: number }[]) =>
    Object.fromEntries(facet.map(({ value, count }) => [value ?? 'none', count]))

  it('counts per value of each filter what it would give, the other filters applied', async () => {
    const facets = await submissionsService.facets(
      {
        processId: dossier.processId,
        stages: ['submitted'],
        districtIds: [dossier.districtIds[pile] ?? ''],
      },
      officer,
    )
    expect(counts(facets.stages)).toEqual({ submitted: 2, incomplete: 1 })
    expect(counts(facets.districts)).toEqual({
      [dossier.districtIds[pile] ?? '']: 2,
      [dossier.districtIds[fraternite] ?? '']: 1,
    })
    expect(counts(facets.assignees)).toEqual({ [officer.actor().id]: 1, none: 1 })
    expect(counts(facets.channels)).toEqual({ online: 2 })
  })

  it('agrees with the list for every value of every filter', async () => {
    const facets = await submissionsService.facets({ processId: dossier.processId }, officer)
    const total = async (filter: object) =>
      (
        await submissionsService.list(
          {
            processId: dossier.processId,
            sort: 'number',
            descending: false,
            offset: 0,
            limit: 1,
            ...filter,
          },
          officer,
        )
      ).total
    for (const { value, count } of facets.stages) expect(await total({ stages: [value] })).toBe(count)
    for (const { value, count } of facets.districts) expect(await total({ districtIds: [value] })).toBe(count)
    for (const { value, count } of facets.assignees) expect(await total({ assigneeIds: [value] })).toBe(count)
  })

  it('gives windows of one list, in one order, without gap or repetition', async () => {
    const window = async (offset: number) =>
      (
        await submissionsService.list(
          { processId: dossier.processId, sort: 'stage', descending: true, offset, limit: 2 },
          officer,
        )
      ).rows.map(({ id }) => id)
    const seen = [...(await window(0)), ...(await window(2)), ...(await window(4))]
    expect(seen).toEqual([ids[0], ids[1], ids[4], ids[2], ids[3]])
  })

  it('takes days as Paris counts them, both ends included', async () => {
    const on = async (submittedFromOn: string, submittedUntilOn: string) =>
      (
        await submissionsService.list(
          {
            processId: dossier.processId,
            submittedFromOn,
            submittedUntilOn,
            sort: 'number',
            descending: false,
            offset: 0,
            limit: 1,
          },
          officer,
        )
      ).total
    expect(await on('2026-02-01', '2026-02-01')).toBe(5)
    expect(await on('2026-02-02', '2026-02-02')).toBe(0)
    expect(await on('2026-01-31', '2026-01-31')).toBe(0)
  })

  it('keeps private views to their owner, shows shared ones to all, and gives a deleted one back', async () => {
    const other = await dossier.callAs('Alix Petit', ['reader'])
    const save = (name: string, shared: boolean) =>
      submissionsService.saveView(
        { processId: dossier.processId, name, query: 'stages=submitted', shared },
        officer,
      )
    await save('Ma pile', false)
    await save('À voir ensemble', true)
    const names = async (call: DossierCall) =>
      (await submissionsService.savedViews({ processId: dossier.processId }, call)).map(({ name }) => name)
    expect(await names(officer)).toEqual(['Ma pile', 'À voir ensemble'])
    expect(await names(other)).toEqual(['À voir ensemble'])
    const [own] = await submissionsService.savedViews({ processId: dossier.processId }, officer)
    await submissionsService.deleteView({ processId: dossier.processId, id: own?.id ?? '' }, officer)
    expect(await names(officer)).toEqual(['À voir ensemble'])
    await journalService.undoLast({}, officer)
    expect(await names(officer)).toEqual(['Ma pile', 'À voir ensemble'])
    await journalService.undoLast({}, officer)
    expect(await names(officer)).toEqual(['Ma pile'])
  })
})
