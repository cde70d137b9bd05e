import { join, resolve } from 'node:path'
import { collections } from '../../../electron/cli/collections.ts'
import { Refused } from '../../../electron/cli/command.ts'
import { runCommandLine } from '../../../electron/cli/run-command-line.ts'
import { reportKinds } from '../../../shared/contract/reports.contract.ts'
import { letterChannels } from '../../../shared/domain/letters/letter-kind.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import { letterStates } from '../../../shared/read-models/letter.ts'
import { secrets } from './secrets.ts'
import type { SweptDossier } from './swept-dossier.ts'

/** Produces what a method puts out of the dossier: its answer is searched, and every file that it wrote. */
type Output = (swept: SweptDossier) => Promise<unknown>

/** Why a method cannot tell a masked word. */
type Reason = string

const page = { offset: 0, limit: 100 }
const everyWord = [...secrets, 'zephyrine', '98', 'quetzal']

const noWords = 'codes, counts and settings only'
const ownFile = 'reads the file that the person has chosen, nothing of the dossier'
const sealed = 'is for those who may read what is sealed; the router refuses everybody else'

/**
 * Every method of the contract that answers a read or writes a file. A method that is missing fails the sweep: say here
 * how to produce what it puts out, or why no masked word can be in it.
 */
export const outputs: Readonly<Record<string, Output | Reason>> = {
  'application.chooseFile': ownFile,
  'application.information': noWords,
  'application.openFile': ownFile,
  'application.preferences': noWords,
  'application.savePreferences': noWords,
  'application.showInFolder': ownFile,

  'dossiers.backups': ({ call }) => call('dossiers', 'backups', {}),
  'dossiers.check': ({ call }) => call('dossiers', 'check', {}),
  'dossiers.close': noWords,
  'dossiers.current': ({ call }) => call('dossiers', 'current', {}),
  'dossiers.forget': noWords,
  'dossiers.open': 'answers what dossiers.current answers',
  'dossiers.create': 'makes an empty dossier',
  'dossiers.createDemonstration': 'makes another dossier',
  'dossiers.overview': ({ call, processId }) => call('dossiers', 'overview', { processId }),
  'dossiers.properties': ({ call }) => call('dossiers', 'properties', {}),
  'dossiers.recent': ({ call }) => call('dossiers', 'recent', {}),
  'dossiers.restoreBackup': 'is for administrators, who may read what is sealed',
  'dossiers.saveCopy': async ({ refusal, folder }) => {
    const { code } = await refusal('dossiers.saveCopy', { path: join(folder, 'copie.parvis') })
    if (code !== 'copy-holds-sealed') throw new Error(`a copy was refused with ${code}`)
  },

  'people.list': ({ call }) => call('people', 'list', {}),
  'people.signIn': 'answers what dossiers.current answers',
  'people.signOut': 'answers what dossiers.current answers',

  'journal.list': async ({ call, processId }) => [
    await call('journal', 'list', { offset: 0, limit: 500 }),
    await call('journal', 'list', { processId, offset: 0, limit: 500 }),
    ...(await Promise.all(everyWord.map((search) => call('journal', 'list', { search, ...page })))),
  ],
  'journal.verify': ({ call }) => call('journal', 'verify', {}),
  'journal.exportWorkbook': ({ call, folder }) =>
    call('journal', 'exportWorkbook', { path: join(folder, 'journal.xlsx'), filter: {} }),

  'processes.list': ({ call }) => call('processes', 'list', {}),
  'processes.get': ({ call, processId }) => call('processes', 'get', { processId }),
  'processes.setLogo': ownFile,

  'imports.batches': ({ call, processId }) => call('imports', 'batches', { processId }),
  'imports.formats': noWords,
  'imports.inspect': ownFile,
  'imports.preview': 'compares the chosen file with masked texts; told-changes.test.ts proves it',
  'imports.exportRejections': ownFile,
  'imports.commit': 'answers counts',

  'submissions.list': async ({ call, processId }) => [
    await call('submissions', 'list', { processId, limit: 1_000 }),
    await call('submissions', 'list', { processId, sort: 'title', limit: 1_000 }),
    ...(await Promise.all(everyWord.map((search) => call('submissions', 'list', { processId, search })))),
  ],
  'submissions.facets': ({ call, processId }) => call('submissions', 'facets', { processId }),
  'submissions.matchingIds': async ({ call, processId }) => {
    for (const search of everyWord.filter((word) => word !== '98')) {
      const found = await call('submissions', 'matchingIds', { processId, search })
      if (found.length > 0) throw new Error(`« ${search} » is found`)
    }
  },
  'submissions.get': ({ call, submissionId }) => call('submissions', 'get', { submissionId }),
  'submissions.comments': async ({ call, processId }) => [
    await call('submissions', 'comments', { processId, offset: 0, limit: 1_000 }),
    ...(await Promise.all(everyWord.map((search) => call('submissions', 'comments', { processId, search })))),
  ],
  'submissions.openAttachment': async ({ call, submissionId }) => {
    const { attachments } = await call('submissions', 'get', { submissionId })
    for (const { id } of attachments) await call('submissions', 'openAttachment', { attachmentId: id })
  },
  'submissions.savedViews': ({ call, processId }) => call('submissions', 'savedViews', { processId }),
  'submissions.addAttachment': 'answers what submissions.get answers',
  'submissions.decideFromFile': 'answers counts and codes',

  'redactions.list': ({ call, submissionId }) => call('redactions', 'list', { submissionId }),
  'redactions.suggestions': ({ call, submissionId }) => call('redactions', 'suggestions', { submissionId }),
  'redactions.picture': async ({ call, submissionId }) => {
    const { attachments } = await call('submissions', 'get', { submissionId })
    return Promise.all(
      attachments
        .filter(({ blurred }) => blurred)
        .map(({ id }) => call('redactions', 'picture', { attachmentId: id })),
    )
  },
  'redactions.original': sealed,
  'redactions.originalPicture': sealed,

  'studies.list': ({ call, processId }) => call('studies', 'list', { processId }),
  'studies.get': ({ call, studyId }) => call('studies', 'get', { studyId }),

  'projects.list': async ({ call, processId }) => [
    await call('projects', 'list', { processId }),
    ...(await Promise.all(everyWord.map((search) => call('projects', 'list', { processId, search })))),
  ],
  'projects.get': ({ call, projectId }) => call('projects', 'get', { projectId }),
  'projects.picture': async ({ call, projectId }) => {
    const { picture } = await call('projects', 'get', { projectId })
    return picture === null ? null : call('projects', 'picture', { attachmentId: picture.id })
  },
  'projects.setPicture': 'answers what projects.get answers',

  'finance.summary': ({ call, processId }) => call('finance', 'summary', { processId }),

  'reports.keyFigures': ({ call, processId }) => call('reports', 'keyFigures', { processId }),
  'reports.previewCatalogue': ({ call, processId }) =>
    call('reports', 'previewCatalogue', { processId, format: 'a5' }),
  'reports.writeCatalogue': ({ call, processId, folder }) =>
    call('reports', 'writeCatalogue', { processId, format: 'a4', path: join(folder, 'catalogue.pdf') }),
  'reports.write': async ({ call, processId, folder }) => {
    for (const report of reportKinds)
      for (const language of ['fr', 'en'] as const) {
        const path = join(folder, `${report}-${language}.${report === 'summary' ? 'pdf' : 'xlsx'}`)
        await call('reports', 'write', { processId, report, path, language })
      }
  },
  'reports.previewWorkbook': ({ call, processId }) =>
    Promise.all(
      reportKinds
        .filter((report) => report !== 'summary')
        .map((report) => call('reports', 'previewWorkbook', { processId, report })),
    ),
  'reports.previewSummary': ({ call, processId }) => call('reports', 'previewSummary', { processId }),
  'reports.decidimAnswers': ({ call, processId }) => call('reports', 'decidimAnswers', { processId }),
  'reports.writeDecidimAnswers': async ({ call, processId, folder }) => {
    const { components } = await call('reports', 'decidimAnswers', { processId })
    for (const { id } of components)
      await call('reports', 'writeDecidimAnswers', {
        processId,
        path: join(folder, `reponses-${id}.csv`),
        componentId: id,
      })
  },

  'meetings.list': ({ call, processId }) => call('meetings', 'list', { processId }),

  'desk.counts': noWords,
  'desk.settings': noWords,
  'desk.waiting': ({ call, submissionId }) => call('desk', 'waiting', { submissionId }),

  'map.background': noWords,
  'map.points': ({ call, processId }) => call('map', 'points', { processId }),
  'map.place': ({ call, submissionId }) => call('map', 'place', { submissionId }),
  'map.exportSelection': async ({ call, processId, submissionId, folder }) => {
    for (const name of ['selection.xlsx', 'selection.geojson'])
      await call('map', 'exportSelection', {
        processId,
        submissionIds: [submissionId],
        path: join(folder, name),
      })
  },

  'addresses.base': noWords,
  'addresses.inspect': ownFile,
  'addresses.importBase': ownFile,
  'addresses.review': ({ call, processId }) => call('addresses', 'review', { processId }),
  'addresses.search': 'searches the public addresses of the commune',

  'paper.batches': ({ call, processId }) => call('paper', 'batches', { processId }),
  'paper.batch': ({ call, batchId }) => call('paper', 'batch', { batchId }),
  'paper.draft': 'what the person is typing themselves',
  'paper.entered': ({ call, processId, batchId }) =>
    call('paper', 'entered', { processId, batchId, limit: 200 }),
  'paper.origin': ({ call, submissionId }) => call('paper', 'origin', { submissionId }),
  'paper.questions': noWords,
  'paper.typed': ({ call, submissionId }) => call('paper', 'typed', { submissionId }),
  'paper.withoutReceipt': noWords,
  'paper.previewForms': ({ call, batchId }) => call('paper', 'previewForms', { batchId }),
  'paper.writeForms': ({ call, batchId, folder }) =>
    call('paper', 'writeForms', { batchId, first: 1, last: 2, path: join(folder, 'formulaires.pdf') }),
  'paper.writeSlip': ({ call, batchId, folder }) =>
    call('paper', 'writeSlip', { batchId, path: join(folder, 'bordereau.pdf') }),
  'paper.writeReceipts': ({ call, submissionId, folder }) =>
    call('paper', 'writeReceipts', {
      submissionIds: [submissionId],
      path: join(folder, 'recepisses.pdf'),
    }),
  'paper.scan': sealed,
  'paper.addScan': ownFile,

  'letters.settings': noWords,
  'letters.templates': 'texts of the démarche, with fields in the place of words',
  'letters.templateVersions': 'texts of the démarche, with fields in the place of words',
  'letters.fieldValues': ({ call, processId, submissionId }) =>
    call('letters', 'fieldValues', { processId, kind: 'winner', reason: null, submissionId }),
  'letters.list': async ({ call, processId }) => [
    ...(await Promise.all(
      letterStates.map((state) => call('letters', 'list', { processId, state, limit: 1_000 })),
    )),
    ...(await Promise.all(
      everyWord.map((search) => call('letters', 'list', { processId, state: 'to-send', search })),
    )),
  ],
  'letters.counts': noWords,
  'letters.get': async ({ call, submissionId }) => {
    const { letters } = await call('letters', 'ofSubmission', { submissionId })
    return Promise.all(
      letters.map(({ kind, event }) => call('letters', 'get', { submissionId, kind, event })),
    )
  },
  'letters.ofSubmission': ({ call, submissionId }) => call('letters', 'ofSubmission', { submissionId }),
  'letters.preview': async ({ call, submissionId }) => {
    const { letters } = await call('letters', 'ofSubmission', { submissionId })
    return Promise.all(
      letters.map(({ kind, event }) => call('letters', 'preview', { submissionId, kind, event })),
    )
  },
  'letters.reprint': async ({ call, submissionId, folder }) => {
    const { letters } = await call('letters', 'ofSubmission', { submissionId })
    return call('letters', 'reprint', {
      letterIds: letters.flatMap(({ letterId }) => letterId ?? []),
      folder,
    })
  },
  'letters.matchingIds': noWords,
  'letters.produce': async ({ call, processId, submissionId, folder }) => {
    for (const channel of letterChannels) {
      const { letters } = await call('letters', 'ofSubmission', { submissionId })
      await call('letters', 'withdraw', { letterIds: letters.flatMap(({ letterId }) => letterId ?? []) })
      await call('letters', 'produce', {
        filter: { processId },
        submissionIds: [submissionId],
        channel,
        folder,
      })
    }
  },

  'families.progress': noWords,
  'families.similar': ({ call, otherId }) => call('families', 'similar', { submissionId: otherId }),
  'families.family': ({ call, submissionId }) => call('families', 'family', { submissionId }),
  'families.compare': ({ call, submissionId, otherId }) =>
    call('families', 'compare', { oneId: submissionId, otherId }),
  'families.openPairs': ({ call, processId }) => call('families', 'openPairs', { processId }),
  'families.clusters': ({ call, processId }) => call('families', 'clusters', { processId }),
  'families.importSupporters': ownFile,

  'signals.of': ({ call, submissionId }) => call('signals', 'of', { submissionId }),
  'signals.counts': noWords,
  'signals.pending': noWords,
  'signals.settings': noWords,

  'team.settings': noWords,
  'team.overview': ({ call, processId }) => call('team', 'overview', { processId }),
  'team.previewDistribution': ({ call, processId }) => call('team', 'previewDistribution', { processId }),
  'team.absences': ({ call }) => call('team', 'absences', {}),
  'reviews.of': ({ call, submissionId }) => call('reviews', 'of', { submissionId }),
  'reviews.counts': noWords,
  'progress.campaign': ({ call, processId }) => call('progress', 'campaign', { processId }),
}

/** Every list of the command line, as it is printed and as JSON, and searched for each masked word. */
export async function commandLineOutputs({ router, path, folder }: SweptDossier): Promise<readonly string[]> {
  const t = createTranslator('fr')
  const run = async (...typed: readonly string[]): Promise<string> => {
    const { output, complaint } = await runCommandLine(typed, {
      t,
      language: 'fr',
      async call(feature, method, input) {
        const reply = await router.call(`${feature}.${method}`, input)
        if (!reply.ok) throw new Refused(reply.error)
        return reply.value as never
      },
      locate: (given) => resolve(folder, given),
      note: () => {},
      passphrase: undefined,
      accountName: 'test',
    })
    return `${output}\n${complaint}`
  }
  const printed: string[] = []
  // The journal is refused to the one who may not read it, and masked for the other.
  for (const person of [['--as-person', 'Lou Lectrice'], []]) {
    for (const [name, { searchable }] of Object.entries(collections))
      for (const options of [[], ['--json'], ...(searchable ? [['--search', 'Zéphyrine']] : [])])
        printed.push(await run('list', path, name, '--limit', '1000', ...person, ...options))
    printed.push(await run('check', path, ...person))
  }
  return printed
}
