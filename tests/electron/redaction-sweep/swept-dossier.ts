import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFileLog } from '../../../electron/log/file-log.ts'
import type { PdfPrinter } from '../../../electron/ports.ts'
import type { Role } from '../../../shared/domain/people/permissions.ts'
import { startParvis, type TestParvis } from '../../helpers/test-parvis.ts'
import { plantSecrets, plantSignal, plantWaiting } from './plant.ts'
import { secrets, shownPicture, takenPicture } from './secrets.ts'

/** A dossier told to its end, in which words of one proposal are masked and its picture is blurred. */
export interface SweptDossier extends Pick<TestParvis, 'call' | 'refusal' | 'router'> {
  readonly path: string
  readonly processId: string
  readonly submissionId: string
  /** A proposal that was found to be like it. */
  readonly otherId: string
  readonly studyId: string
  readonly projectId: string
  readonly batchId: string
  /** Kinds of objects that held the words before. */
  readonly planted: ReadonlySet<string>
  /** Folder of the files that outputs write. */
  readonly folder: string
  /** What was handed to the printer, and to other programs. */
  readonly handedOver: readonly Buffer[]
  /** Who acts from now on: one that may not read what is sealed, or the administrator. */
  actAs(who: 'limited' | 'administrator'): void
  /** Every file that was written, the logs included. */
  files(): readonly string[]
  stop(): Promise<void>
}

/** May do everything that a person without the right to what is sealed may do. */
const limitedRoles: readonly Role[] = ['technical-service', 'finance', 'reader']

/**
 * Makes one, with the demonstration of Roubaix and the printer given. `masked` false leaves everything to be read: what
 * the sweep must then find.
 */
export async function openSweptDossier(printer: PdfPrinter, masked = true): Promise<SweptDossier> {
  const base = mkdtempSync(join(tmpdir(), 'parvis-sweep-'))
  const logs = join(base, 'logs')
  const folder = join(base, 'outputs')
  mkdirSync(folder)
  const handedOver: Buffer[] = []
  const parvis = startParvis(base, {
    log: createFileLog(logs, 'sweep'),
    printer: {
      print(request, signal) {
        handedOver.push(readFileSync(request.htmlPath))
        return printer.print(request, signal)
      },
    },
    opener: {
      open: (opened) => Promise.resolve(void handedOver.push(Buffer.from(opened), readFileSync(opened))),
      showInFolder: () => Promise.resolve(),
    },
  })
  const { call, router } = parvis
  const path = join(base, 'roubaix.parvis')
  await call('dossiers', 'createDemonstration', { story: 'roubaix', until: 'results', path })
  const administrator = router.session.person
  const [process] = await call('processes', 'list', {})
  const processId = process?.id ?? ''

  // A project that was voted on, with a picture and comments of citizens.
  const database = router.session.dossier?.database
  if (database === undefined) throw new Error('no dossier')
  const chosen = await database.reader
    .selectFrom('submission')
    .innerJoin('project', 'project.id', 'submission.project_id')
    .innerJoin('study', 'study.submission_id', 'submission.id')
    .innerJoin('citizen_comment', 'citizen_comment.submission_id', 'submission.id')
    .innerJoin('visa', 'visa.project_id', 'project.id')
    .where('project.stage', '=', 'winner')
    .select(['submission.id', 'project.id as projectId', 'study.id as studyId'])
    .limit(1)
    .executeTakeFirstOrThrow()
  const { id: submissionId, projectId, studyId } = chosen

  const picturePath = join(base, 'prise de vue.png')
  writeFileSync(picturePath, takenPicture)
  await call('submissions', 'addAttachment', { submissionId, path: picturePath })
  const project = await call('projects', 'get', { projectId })
  await call('projects', 'setPicture', {
    projectId,
    version: project.version,
    path: picturePath,
    alternativeText: 'Un banc',
    credit: '',
  })
  await call('submissions', 'addNote', { submissionId, text: 'à suivre' })
  const otherId = await plantWaiting(database.db, processId, submissionId)
  await writeLetter(parvis, base, processId, submissionId)
  const { id: batchId } = await call('paper', 'createBatch', {
    processId,
    eventKind: 'market',
    eventName: 'Marché',
    meetingId: null,
    heldOn: null,
    place: 'Place',
    collectedBy: 'Camille',
    channel: 'paper',
    formCount: 3,
    handedOut: null,
  })
  await call('paper', 'linkForms', { batchId, forms: [{ number: 1, submissionId }] })

  await plantSignal(database.db, submissionId)
  const planted = await plantSecrets(database.db, submissionId)
  // The journal keeps the words of acts that were made before anybody masked them.
  const words = secrets.join(', ')
  await call('submissions', 'addNote', { submissionId, text: `Vu avec ${words}` })
  const detail = await call('submissions', 'get', { submissionId })
  await call('submissions', 'classify', {
    submissionId,
    version: detail.version,
    address: `Chez ${words}`,
  })
  const shown = await call('projects', 'get', { projectId })
  await call('projects', 'update', {
    projectId,
    version: shown.version,
    title: `${project.title.slice(0, 20)} ${secrets[0]}`,
    summary: shown.summary,
    description: shown.description,
    managingDepartment: shown.managingDepartment,
    proposerNames: shown.proposerNames,
    themeId: shown.themeId,
    districtId: shown.districtId,
    address: shown.address,
    latitude: shown.latitude,
    longitude: shown.longitude,
    erratum: `Corrigé pour ${words}`,
  })

  const limited = await call('people', 'add', { name: 'Lou Lectrice', roles: [...limitedRoles] })
  await call('signals', 'catchUp', { processId })
  await call('signals', 'dismiss', { submissionId, signalId: 'personal-data', reason: `Vu avec ${words}` })
  if (masked) await redact(parvis, submissionId)
  return {
    call,
    refusal: parvis.refusal,
    router,
    path,
    processId,
    submissionId,
    otherId,
    studyId,
    projectId,
    batchId,
    planted,
    folder,
    handedOver,
    actAs(who) {
      router.session.person = who === 'limited' ? limited : administrator
    },
    files: () =>
      [folder, logs].flatMap((place) =>
        readdirSync(place, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
      ),
    stop: () => parvis.stop(),
  }
}

/** Masks the words and blurs the picture, as an officer does. */
async function redact({ call }: TestParvis, submissionId: string): Promise<void> {
  await call('redactions', 'maskAll', {
    submissionId,
    passages: [...secrets],
    reason: `Donnée personnelle de ${secrets[0]}`,
  })
  const { attachments } = await call('submissions', 'get', { submissionId })
  const picture = attachments.find(({ mediaType }) => mediaType === 'image/png')
  if (picture === undefined) throw new Error('no picture')
  const { sha256 } = await call('redactions', 'picture', { attachmentId: picture.id })
  await call('redactions', 'blurPicture', {
    attachmentId: picture.id,
    sha256,
    rectangles: [{ x: 0, y: 0, width: 60, height: 40 }],
    reason: 'Visage',
    content: new Uint8Array(shownPicture),
  })
}

/** Makes the letter that is owed to the proposer, on paper. */
async function writeLetter(
  { call }: TestParvis,
  folder: string,
  processId: string,
  submissionId: string,
): Promise<void> {
  const { version } = await call('submissions', 'get', { submissionId })
  await call('letters', 'saveContact', {
    submissionId,
    version,
    authorEmail: 'porteur@exemple.fr',
    authorPhone: null,
    authorAddress: '1 place de la Mairie\n59100 Roubaix',
  })
  await call('letters', 'produce', {
    filter: { processId },
    submissionIds: [submissionId],
    channel: 'post',
    folder,
  })
}
