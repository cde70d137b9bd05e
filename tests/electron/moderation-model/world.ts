import type { Feature, InputFor, MethodOf, OutputFor } from '../../../shared/contract/contract.ts'
import type { Role } from '../../../shared/domain/people/permissions.ts'
import { type EngineName, openTestDossier } from '../../helpers/test-dossier.ts'
import { startParvis } from '../../helpers/test-parvis.ts'
import { vocabulary } from './actions.ts'
import type { Model, ModelProposal } from './model.ts'

/** A dossier behind its router, and the model of what should be in it. */
export interface World {
  readonly model: Model
  readonly processId: string
  readonly themeIds: readonly string[]
  readonly districtIds: readonly string[]
  readonly personIds: readonly string[]
  call<F extends Feature, M extends MethodOf<F>>(
    feature: F,
    method: M,
    input: InputFor<F, M>,
  ): Promise<OutputFor<F, M>>
  /** Calls, and wants this refusal. */
  refusal(method: string, input: unknown, code: string): Promise<void>
  expectSame(found: unknown, expected: unknown, what: string): void
  /** Time goes on: each act has an instant of its own. */
  tick(): void
  /** Who acts from now on. */
  actAs(personId: string): void
  stop(): Promise<void>
}

const wordsPerText = 14

/** Opens a dossier on an engine with proposals made of the vocabulary, and two officers. */
export async function openWorld(engine: EngineName, proposals: number): Promise<World> {
  const dossier = await openTestDossier(engine)
  const parvis = startParvis(dossier.folder)
  parvis.router.session.dossier = {
    path: `${dossier.folder}/test.parvis`,
    database: dossier.database,
    migratedFrom: null,
    release: () => dossier.close(),
  }
  const start = Date.parse('2026-03-02T09:00:00.000Z')
  let minutes = 0
  const roles: readonly Role[] = ['administrator']
  const people = await Promise.all(
    ['Camille', 'Dominique'].map(async (name) => (await dossier.callAs(name, roles)).actor()),
  )
  const actAs = (personId: string): void => {
    parvis.router.session.person = people.find(({ id }) => id === personId) ?? null
  }
  actAs(people[0]?.id ?? '')
  const model: Model = { proposals: new Map(), acts: new Map(), judgements: new Map() }
  for (let index = 0; index < proposals; index++) {
    const words = Array.from(
      { length: wordsPerText },
      (_, place) => vocabulary[(index * 7 + place * (1 + (index % 5))) % vocabulary.length],
    )
    const proposal = {
      title: `Projet ${words[0]} ${words[1]}`,
      body: words.slice(2).join(' '),
      author: `Sacha Petit${index % 7}`,
      theme: dossier.themeIds[index % 3] ?? null,
      district: dossier.districtIds[index % 4] ?? null,
      address: index % 2 === 0 ? `${index} rue ${words[2]}` : null,
    }
    const { id, reference } = await parvis.call('submissions', 'create', {
      processId: dossier.processId,
      title: proposal.title,
      body: proposal.body,
      authorName: proposal.author,
      channel: 'paper',
      themeId: proposal.theme,
      districtId: proposal.district,
      address: proposal.address,
    })
    const kept: ModelProposal = {
      ...proposal,
      id,
      reference,
      stage: 'submitted',
      mergedInto: null,
      assignee: null,
      aside: null,
      notes: [],
      pastAnswers: [],
      decisions: [],
      masks: [],
    }
    model.proposals.set(id, kept)
  }
  return {
    model,
    processId: dossier.processId,
    themeIds: dossier.themeIds,
    districtIds: dossier.districtIds,
    personIds: people.map(({ id }) => id),
    call: parvis.call,
    async refusal(method, input, code) {
      const { code: found } = await parvis.refusal(method, input)
      if (found !== code) throw new Error(`${method}: refused with ${found} instead of ${code}`)
    },
    expectSame(found, expected, what) {
      const texts = [found, expected].map((value) => JSON.stringify(value))
      if (texts[0] !== texts[1]) throw new Error(`${what}: ${texts[0]} instead of ${texts[1]}`)
    },
    tick() {
      minutes++
      parvis.setNow(new Date(start + minutes * 60_000).toISOString())
    },
    actAs,
    stop: () => parvis.stop(),
  }
}
