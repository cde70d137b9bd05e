import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EngineName } from '../../helpers/test-dossier.ts'
import { act, type Choice, choice, undo } from './actions.ts'
import { compare } from './compare.ts'
import { openWorld, type World } from './world.ts'

/** The same every time, and another one on demand: what fails is told with its seed. */
const seed = Number(process.env.PARVIS_MODEL_SEED ?? 20_260_302)
const proposals = 24
/** Actions between two comparisons of everything with the model. */
const comparedEvery = 100

interface Sequence {
  readonly engine: EngineName
  readonly actions: number
  readonly seed: number
  /** Officers who act, in turns at random. */
  readonly people: 1 | 2
}

/** Runs one random sequence to its end; a failure tells the seed, the step and the last actions. */
async function run(
  { engine, actions, seed: from, people }: Sequence,
  work: (world: World, choices: readonly Choice[], step: (index: number) => Promise<void>) => Promise<void>,
): Promise<void> {
  const choices = fc.sample(choice, { seed: from, numRuns: actions })
  const world = await openWorld(engine, proposals)
  let last = -1
  try {
    await work(world, choices, async (index) => {
      last = index
      const chosen = choices[index]
      const person = world.personIds[people === 1 ? 0 : (chosen?.many ?? 0) % 2] ?? ''
      world.actAs(person)
      world.tick()
      if (chosen !== undefined) await act(world, person, chosen)
      if ((index + 1) % comparedEvery === 0 || index === choices.length - 1) await compare(world, person)
    })
  } catch (error) {
    const before = choices.slice(Math.max(0, last - 4), last + 1).map((each) => JSON.stringify(each))
    throw new Error(`seed ${from}, action ${last + 1} of ${actions}:\n${before.join('\n')}`, { cause: error })
  } finally {
    await world.stop()
  }
}

/** Everything but what is only ever added: notes, and the history of verdicts taken back. */
function state({ model }: World): string {
  return JSON.stringify(
    [...model.proposals.values()].map((proposal) => ({ ...proposal, notes: [], pastAnswers: [] })),
  )
}

function specs(engine: EngineName, actions: number): void {
  const timeout = 300_000

  it(
    `keeps totals, search, journal and texts true through ${actions} acts of two officers`,
    async () => {
      await run({ engine, actions, seed, people: 2 }, async (world, choices, step) => {
        for (const index of choices.keys()) await step(index)
        expect(world.model.acts.size).toBe(2)
      })
    },
    timeout,
  )

  it(
    `is as it was once ${actions} acts of one officer are all taken back`,
    async () => {
      await run({ engine, actions, seed: seed + 1, people: 1 }, async (world, choices, step) => {
        const before = state(world)
        for (const index of choices.keys()) await step(index)
        const [person = ''] = world.personIds
        while ((world.model.acts.get(person)?.length ?? 0) > 0) await undo(world, person)
        await undo(world, person)
        await compare(world, person)
        expect(state(world)).toBe(before)
      })
    },
    timeout,
  )
}

describe('moderation in any order (SQLite)', () => specs('sqlite', 1_200))
describe.skipIf(process.env.PARVIS_TEST_POSTGRES === undefined)('moderation in any order (PostgreSQL)', () =>
  specs('postgres', 200),
)
