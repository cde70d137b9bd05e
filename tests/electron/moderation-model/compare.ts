import { foldText } from '../../../shared/domain/text/folded-text.ts'
import { vocabulary } from './actions.ts'
import { hasPersonalData, type ModelProposal, visible } from './model.ts'
import type { World } from './world.ts'

function counted<K>(keys: readonly K[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1)
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1))
}

function words(text: string): readonly string[] {
  return foldText(text).text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** One proposal as its page shows it, beside what it should be. Notes and masks included. */
async function compareProposal({ model, call, expectSame }: World, proposal: ModelProposal): Promise<void> {
  const shown = await call('submissions', 'get', { submissionId: proposal.id })
  const masks = await call('redactions', 'list', { submissionId: proposal.id })
  const { setAside } = await call('desk', 'waiting', { submissionId: proposal.id })
  const signals = await call('signals', 'of', { submissionId: proposal.id })
  const read = (text: string) => visible(proposal, text)
  expectSame(
    {
      title: shown.title,
      text: shown.bodyText,
      rich: shown.body,
      address: shown.address,
      stage: shown.stage,
      mergedInto: shown.mergedInto?.id ?? null,
      members: shown.mergedFrom.map(({ id }) => id),
      assignee: shown.assigneeId,
      theme: shown.themeId,
      district: shown.districtId,
      aside: setAside === null ? null : [setAside.untilOn, setAside.note],
      personalData: signals.some(({ id }) => id === 'personal-data'),
      notes: shown.notes.map(({ text }) => text).sort(),
      answers: shown.decisions.map(({ rationale }) => rationale).sort(),
      masks: masks.map(({ id }) => id).sort(),
    },
    {
      title: read(proposal.title),
      text: read(proposal.body),
      rich: `<p>${read(proposal.body)}</p>`,
      address: proposal.address === null ? null : read(proposal.address),
      stage: proposal.stage,
      mergedInto: proposal.mergedInto,
      members: [...model.proposals.values()]
        .filter(({ mergedInto }) => mergedInto === proposal.id)
        .map(({ id }) => id),
      assignee: proposal.assignee,
      theme: proposal.theme,
      district: proposal.district,
      aside: proposal.aside === null ? null : [proposal.aside.untilOn, read(proposal.aside.note)],
      personalData: hasPersonalData(proposal),
      notes: proposal.notes.map(read).sort(),
      answers: [...proposal.pastAnswers, ...proposal.decisions.map(({ answer }) => answer)].map(read).sort(),
      masks: proposal.masks
        .filter(({ lifted }) => !lifted)
        .map(({ id }) => id)
        .sort(),
    },
    `${proposal.reference}`,
  )
}

/** The search finds what can be read, word by word, and nothing by a masked word. */
async function compareSearch({ model, processId, call, expectSame }: World): Promise<void> {
  for (const typed of vocabulary) {
    const asked = words(typed)
    const expected = [...model.proposals.values()].filter((proposal) => {
      const { title, body, author, reference } = proposal
      const read = words([visible(proposal, `${title} ${body}`), author, reference].join(' '))
      return asked.every((word) => read.some((each) => each.startsWith(word)))
    })
    const found = await call('submissions', 'matchingIds', { processId, search: typed })
    expectSame(found.toSorted(), expected.map(({ id }) => id).toSorted(), `search for « ${typed} »`)
    const { total } = await call('submissions', 'list', { processId, search: typed, limit: 1 })
    expectSame(total, expected.length, `count of « ${typed} »`)
  }
}

/** Every total that a page shows, against the rows. */
async function compareTotals(world: World, person: string): Promise<void> {
  const { model, processId, call, expectSame } = world
  const proposals = [...model.proposals.values()]
  const facets = await call('submissions', 'facets', { processId })
  const same = (
    name: 'stages' | 'themes' | 'districts' | 'assignees',
    values: readonly (string | null)[],
  ): void =>
    expectSame(
      facets[name]
        .map(({ value, count }): readonly [string, number] => [String(value), count])
        .sort(([left], [right]) => (left < right ? -1 : 1)),
      counted(values),
      name,
    )
  same(
    'stages',
    proposals.map(({ stage }) => stage),
  )
  same(
    'themes',
    proposals.map(({ theme }) => theme),
  )
  same(
    'districts',
    proposals.map(({ district }) => district),
  )
  same(
    'assignees',
    proposals.map(({ assignee }) => assignee),
  )
  const at = (stage: string) => proposals.filter((proposal) => proposal.stage === stage)
  const overview = await call('dossiers', 'overview', { processId })
  expectSame(
    [overview.toModerate, overview.incomplete, overview.toStudy, overview.assignedToMe],
    [
      // What is put off waits for nobody today.
      at('submitted').filter(({ aside }) => aside === null).length,
      at('incomplete').length,
      at('admissible').length,
      [...at('submitted'), ...at('incomplete')].filter(({ assignee }) => assignee === person).length,
    ],
    'home page',
  )
  const figures = await call('reports', 'keyFigures', { processId })
  expectSame(figures.submissions, proposals.length, 'key figures: submissions')
  expectSame(
    figures.participants.authors,
    new Set(proposals.map(({ author }) => author)).size,
    'key figures: authors',
  )
  expectSame(
    figures.byStage
      .map(({ stage, count }): readonly [string, number] => [stage, count])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
    counted(proposals.map(({ stage }) => stage)),
    'key figures: stages',
  )
  expectSame(
    figures.refusals
      .map(({ reason, count }): readonly [string, number] => [reason, count])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
    counted(
      at('inadmissible').flatMap(
        ({ decisions }) => decisions.findLast(({ verdict }) => verdict === 'inadmissible')?.reasons ?? [],
      ),
    ),
    'key figures: refusals',
  )
}

/** Holds the whole dossier against the model: proposals, search, totals, the journal's chain, its soundness. */
export async function compare(world: World, person: string): Promise<void> {
  const { call, expectSame } = world
  for (const proposal of world.model.proposals.values()) await compareProposal(world, proposal)
  await compareSearch(world)
  await compareTotals(world, person)
  const { sound, brokenAtSequence } = await call('journal', 'verify', {})
  expectSame([sound, brokenAtSequence], [true, null], 'the chain of the journal')
  const { findings } = await call('dossiers', 'check', {})
  expectSame(
    findings.filter((finding) => !finding.sound),
    [],
    'soundness',
  )
}
