import { join } from 'node:path'
import type { PaperSource } from '../../../../electron/exports/paper/paper-part.ts'
import { readStory } from '../../../../electron/services/demonstration/read-story.ts'
import { startOfLocalDay } from '../../../../shared/domain/dates/local-day.ts'
import type { PaperBatchDetail } from '../../../../shared/read-models/paper.ts'

/** The town of the paper story, with two questions of its own. */
export function samplePaper(): PaperSource {
  const none = ''
  const story = readStory(
    {
      userData: none,
      documents: none,
      temporary: none,
      resources: join(import.meta.dirname, '../../../../resources'),
    },
    'saint-jean-de-braye',
  )
  return {
    process: {
      id: 'process',
      kind: 'participatory-budget',
      title: story.title,
      edition: story.edition,
      referencePrefix: story.referencePrefix,
      communeName: story.communeName,
      inseeCode: story.inseeCode,
      contact: story.contact,
      signatureBlock: '',
      accentColor: story.accentColor,
      logoAttachmentId: null,
      envelope: null,
      projectCap: null,
      publishedCostStep: 0 as PaperSource['process']['publishedCostStep'],
      foreword: '',
      votingInstructions: '',
      timeZone: 'Europe/Paris',
      votersCount: null,
      demonstration: true,
      departments: [],
      phases: story.phases.map(({ kind, opensOn, closesOn }) => ({
        kind,
        opensAt: startOfLocalDay(opensOn, 'Europe/Paris'),
        closesAt: startOfLocalDay(closesOn, 'Europe/Paris', 1),
      })),
      themes: story.themes.map((theme, position) => ({ id: `theme-${position}`, ...theme, position })),
      districts: story.districts.map(({ code, name, population, ring }, position) => ({
        id: `district-${position}`,
        code,
        name,
        population,
        envelope: null,
        polygon: [[ring]],
        position,
      })),
      rulebook: { id: 'r1', number: 1, text: '', criteria: [], adoptedAt: '2022-06-01T08:00:00.000Z' },
      version: 1,
    },
    questions: [
      {
        id: 'q1',
        label: 'À qui ce projet servira-t-il ?',
        help: '',
        kind: 'choice',
        choices: ['Aux enfants', 'Aux jeunes', 'Aux aînés', 'À tous'],
        required: true,
      },
      {
        id: 'q2',
        label: 'Qui pourrait vous aider ?',
        help: '– voisins, association, école',
        kind: 'long',
        choices: [],
        required: false,
      },
    ],
    logoDataUrl: null,
    generatedAt: '2022-10-03T08:00:00.000Z',
  }
}

/** A batch of the market with three forms entered, two set aside, and seven missing. */
export function sampleBatch(): PaperBatchDetail {
  const by = { recordedByName: 'Sophie Lemaire', recordedAt: '2022-10-03T08:00:00.000Z', receiptAt: null }
  return {
    id: 'batch',
    processId: 'process',
    code: 'SJB-A7-3',
    eventKind: 'market',
    eventName: 'Stand au marché du samedi',
    meetingId: null,
    heldOn: '2022-10-01',
    place: 'Place du marché',
    collectedBy: 'Sophie Lemaire',
    channel: 'paper',
    totals: { printed: 12, entered: 3, notReturned: 1, blank: 1, cancelled: 0, missing: 7 },
    handedOut: 9,
    closedAt: null,
    closedByName: null,
    version: 1,
    missing: [4, 5, 8, 9, 10, 11, 12],
    forms: [
      {
        number: 1,
        state: 'entered',
        submissionId: 's1',
        reference: 'BP22-0013',
        title: 'Agrès sportifs pour les seniors',
        reason: '',
        ...by,
      },
      {
        number: 2,
        state: 'entered',
        submissionId: 's2',
        reference: 'BP22-0014',
        title: 'Une maison de santé avec des médecins',
        reason: '',
        ...by,
      },
      {
        number: 3,
        state: 'entered',
        submissionId: 's3',
        reference: 'BP22-0015',
        title: 'WC publics',
        reason: '',
        ...by,
      },
      {
        number: 6,
        state: 'not-returned',
        submissionId: null,
        reference: null,
        title: null,
        reason: 'Emporté par un habitant, jamais revenu',
        ...by,
      },
      {
        number: 7,
        state: 'blank',
        submissionId: null,
        reference: null,
        title: null,
        reason: 'Feuille tombée du stand',
        ...by,
      },
    ],
    scans: [],
  }
}
