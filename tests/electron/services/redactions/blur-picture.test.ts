import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { projectCatalogue } from '../../../../electron/data/read-models/project-catalogue.query.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenFeasibleStudy, givenSubmission } from '../../../helpers/feasible-project.ts'
import { pngFile } from '../../../helpers/png-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const original = pngFile(40, 30, (x, y) => (x * 7 + y * 13) % 256, 'taken at home')
const blurred = pngFile(40, 30, () => 128)
const rectangle = { x: 4, y: 4, width: 10, height: 10 }

describeOnBothEngines('blurring a picture', (open) => {
  let dossier: TestDossier
  let moderator: DossierCall
  let submissionId: string
  let attachmentId: string
  beforeEach(async () => {
    dossier = await open()
    moderator = await dossier.callAs('Camille', ['moderator', 'manager'])
    submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    writeFileSync(join(dossier.folder, 'photo.png'), original)
    const detail = await submissionsService.addAttachment(
      { submissionId, path: join(dossier.folder, 'photo.png'), alternativeText: '', credit: '' },
      moderator,
    )
    attachmentId = detail.attachments[0]?.id ?? ''
  })
  afterEach(() => dossier.close())

  const shown = async () => {
    const { bytes, blur } = await redactionsService.picture({ attachmentId }, moderator)
    return { bytes: Buffer.from(bytes), rectangles: blur?.rectangles ?? [] }
  }
  const blur = async (content: Buffer = blurred, rectangles = [rectangle]) => {
    const { sha256 } = await redactionsService.picture({ attachmentId }, moderator)
    return redactionsService.blurPicture(
      { attachmentId, sha256, rectangles, reason: 'Visage', content: new Uint8Array(content) },
      moderator,
    )
  }

  it('shows the blurred copy to everybody and the original to those who may see it', async () => {
    await blur()
    expect(await shown()).toEqual({ bytes: blurred, rectangles: [rectangle] })
    const detail = await submissionsService.get({ submissionId }, moderator)
    expect(detail.attachments[0]).toMatchObject({ blurred: true, bytes: blurred.length })
    const { bytes } = await redactionsService.originalPicture({ attachmentId }, moderator)
    expect(Buffer.from(bytes)).toEqual(original)
  })

  it('reaches the same file wherever the dossier keeps it', async () => {
    await givenFeasibleStudy(moderator, submissionId, 500)
    const project = await projectsService.create({ submissionIds: [submissionId] }, moderator)
    const { picture } = await projectsService.setPicture(
      {
        projectId: project.id,
        version: project.version,
        path: join(dossier.folder, 'photo.png'),
        alternativeText: 'Un banc',
        credit: '',
      },
      moderator,
    )
    await blur()
    const kept = await projectsService.picture({ attachmentId: picture?.id ?? '' }, moderator)
    expect(Buffer.from(kept.bytes)).toEqual(blurred)
    const catalogue = await projectCatalogue(dossier.database.reader, dossier.processId)
    expect(JSON.stringify(catalogue)).toContain(blurred.toString('base64'))
    expect(JSON.stringify(catalogue)).not.toContain(original.toString('base64'))
    await journalService.undoLast({}, moderator)
    const back = await projectsService.picture({ attachmentId: picture?.id ?? '' }, moderator)
    expect(Buffer.from(back.bytes)).toEqual(original)
  })

  it('blurs the same file again when it comes back from elsewhere', async () => {
    await blur()
    const again = await submissionsService.addAttachment(
      { submissionId, path: join(dossier.folder, 'photo.png'), alternativeText: '', credit: '' },
      moderator,
    )
    expect(again.attachments.map((each) => each.blurred)).toEqual([true, true])
    const { bytes } = await redactionsService.picture(
      { attachmentId: again.attachments[1]?.id ?? '' },
      moderator,
    )
    expect(Buffer.from(bytes)).toEqual(blurred)
  })

  it('is shown again for a reason, blurred further, and taken back step by step', async () => {
    await blur()
    const further = pngFile(40, 30, () => 64)
    await blur(further, [rectangle, { ...rectangle, x: 20 }])
    expect((await shown()).rectangles).toHaveLength(2)
    await redactionsService.showPicture({ attachmentId, reason: 'Accord reçu' }, moderator)
    expect(await shown()).toEqual({ bytes: original, rectangles: [] })
    const undone = []
    const states = []
    for (let step = 0; step < 3; step++) {
      undone.push((await journalService.undoLast({}, moderator)).undone?.action)
      states.push((await shown()).rectangles.length)
    }
    expect(undone).toEqual(['redaction.show-picture', 'redaction.blur-picture', 'redaction.blur-picture'])
    expect(states).toEqual([2, 1, 0])
    expect((await shown()).bytes).toEqual(original)
    expect((await journalService.verify({}, moderator)).sound).toBe(true)
  })

  it('refuses another picture, one that tells where it was taken, and one made from an older state', async () => {
    await expect(blur(pngFile(41, 30, () => 0))).rejects.toMatchObject({ code: 'blur-not-fitting' })
    await expect(blur(pngFile(40, 30, () => 0, 'somewhere'))).rejects.toMatchObject({
      code: 'blur-not-fitting',
    })
    await expect(blur(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'picture-unknown' })
    const { sha256 } = await redactionsService.picture({ attachmentId }, moderator)
    await blur()
    await expect(
      redactionsService.blurPicture(
        { attachmentId, sha256, rectangles: [rectangle], reason: 'Visage', content: new Uint8Array(blurred) },
        moderator,
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
})
