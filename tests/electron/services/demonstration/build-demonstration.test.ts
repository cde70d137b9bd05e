import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createParvis } from '../../../../electron/compose.ts'
import { openDossierFile } from '../../../../electron/data/dialects/sqlite-file/dossier-file.ts'
import type { Router } from '../../../../electron/ipc/router.ts'
import type { Ports } from '../../../../electron/ports.ts'
import { readStory } from '../../../../electron/services/demonstration/read-story.ts'
import type { MethodName, OutputOfName } from '../../../../renderer/api/client.ts'
import type { ParvisEvent } from '../../../../shared/contract/event.ts'
import { isInside } from '../../../../shared/domain/geo/point-in-polygon.ts'
import type { Role } from '../../../../shared/domain/people/permissions.ts'
import type { OpenDossier } from '../../../../shared/read-models/dossier.ts'
import type { JournalEntry } from '../../../../shared/read-models/journal.ts'
import type { KeyFigures } from '../../../../shared/read-models/key-figures.ts'

const resources = join(import.meta.dirname, '../../../../resources')
const now = '2026-03-02T09:00:00.000Z'

function portsIn(folder: string): Ports {
  return {
    clock: { now: () => now },
    printer: { print: () => Promise.reject(new Error('nothing is printed here')) },
    picker: { pick: () => Promise.resolve(undefined) },
    opener: { open: () => Promise.resolve(), showInFolder: () => Promise.resolve() },
    paths: { userData: folder, documents: folder, temporary: folder, resources },
    log: { info() {}, error() {} },
  }
}

/** Calls a method and answers its value; a refusal fails the test. */
async function ask<N extends MethodName>(
  parvis: Router,
  method: N,
  input: object = {},
): Promise<OutputOfName<N>> {
  const reply = await parvis.call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`)
  return reply.value as OutputOfName<N>
}

const stories = [
  {
    name: 'roubaix',
    submissions: 59,
    onBallot: 14,
    winners: 8,
    envelope: 100_000_00,
    districts: 5,
    meetings: 8,
    comments: 129,
  },
  {
    name: 'saint-jean-de-braye',
    submissions: 108,
    onBallot: 47,
    winners: 13,
    envelope: 200_000_00,
    districts: 6,
    meetings: 10,
    comments: 150,
  },
] as const

describe.each(stories)('the demonstration of $name', (told) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-demonstration-test-'))
  const parvis = createParvis(portsIn(folder))
  const story = readStory(portsIn(folder).paths, told.name)
  let dossier: OpenDossier
  let processId: string
  let figures: KeyFigures

  beforeAll(async () => {
    dossier = await ask(parvis, 'dossiers.createDemonstration', { story: told.name })
    const [process] = await ask(parvis, 'processes.list')
    processId = process?.id ?? ''
    figures = await ask(parvis, 'reports.keyFigures', { processId })
  }, 120_000)
  afterAll(async () => {
    await parvis.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens as a demonstration, with its administrator signed in', async () => {
    expect(dossier.demonstration).toBe(true)
    expect(dossier.person?.roles).toContain('administrator')
    expect((await ask(parvis, 'processes.get', { processId })).demonstration).toBe(true)
  })

  it('is found sound by the check', async () => {
    const report = await ask(parvis, 'dossiers.check')
    expect(report.findings.filter(({ sound }) => !sound)).toEqual([])
  })

  it('collects what was proposed at its meetings on numbered forms, none of them forgotten', async () => {
    const batches = await ask(parvis, 'paper.batches', { processId })
    const atMeetings = story.submissions.filter(({ channel }) => channel === 'meeting')
    expect(batches.reduce((sum, { totals }) => sum + totals.entered, 0)).toBe(atMeetings.length)
    expect(batches.length).toBeGreaterThan(2)
    for (const { totals, closedAt, meetingId } of batches)
      expect([totals.missing, closedAt === null, meetingId === null]).toEqual([0, false, false])
  })

  it('tells the true numbers', () => {
    expect({
      submissions: figures.submissions,
      onBallot: figures.projectsOnBallot,
      winners: figures.winners,
      envelope: figures.envelope,
      meetings: figures.meetings,
      comments: figures.contributions.comments,
    }).toEqual({
      submissions: told.submissions,
      onBallot: told.onBallot,
      winners: told.winners,
      envelope: told.envelope,
      meetings: told.meetings,
      comments: told.comments,
    })
  })

  it('agrees with its own story on every figure', () => {
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
    const names = new Set([...story.submissions, ...story.comments].map(({ author }) => author))
    expect(figures.participants).toEqual({
      authors: names.size,
      attendees: sum(story.meetings.map(({ attendees }) => attendees)),
      voters: story.votersCount,
      total: names.size + sum(story.meetings.map(({ attendees }) => attendees)) + story.votersCount,
    })
    expect(figures.supports).toBe(sum(story.submissions.map(({ supports }) => supports)))
    expect(figures.byChannel.map(({ channel, count }) => [channel, count])).toEqual(
      expect.arrayContaining(
        [...Map.groupBy(story.submissions, ({ channel }) => channel)].map(([channel, list]) => [
          channel,
          list.length,
        ]),
      ),
    )
    expect(sum(figures.depositsByDay.map(({ count }) => count))).toBe(told.submissions)
    expect(sum(figures.byStage.map(({ count }) => count))).toBe(told.submissions)
  })

  it('keeps the winners inside the envelope and every project under the cap', async () => {
    const projects = await ask(parvis, 'projects.list', { processId })
    const winners = projects.filter(({ stage }) => stage === 'winner')
    expect(winners.reduce((sum, { cost }) => sum + (cost ?? 0), 0)).toBe(figures.winnersTotal)
    expect(figures.winnersTotal).toBeLessThanOrEqual(told.envelope)
    expect(figures.ballotTotal).toBe(projects.reduce((sum, { cost }) => sum + (cost ?? 0), 0))
    const { projectCap } = await ask(parvis, 'processes.get', { processId })
    expect(
      projects.filter(({ cost }) => cost === null || cost > (projectCap ?? Number.MAX_SAFE_INTEGER)),
    ).toEqual([])
    expect(projects.filter(({ visaState }) => visaState !== 'granted')).toEqual([])
  })

  it('chooses as the rules say: in the order of the votes, what still fits', async () => {
    const projects = await ask(parvis, 'projects.list', { processId })
    let left: number = told.envelope
    const chosen = projects
      .toSorted((one, other) => (other.votes ?? 0) - (one.votes ?? 0))
      .filter(({ cost }) => {
        if ((cost ?? 0) > left) return false
        left -= cost ?? 0
        return true
      })
    expect(chosen.map(({ number }) => number).toSorted()).toEqual(
      projects
        .filter(({ stage }) => stage === 'winner')
        .map(({ number }) => number)
        .toSorted(),
    )
  })

  it('shows the pictures of the story, each with its description', async () => {
    const described: string[] = []
    for (const { id } of await ask(parvis, 'projects.list', { processId })) {
      const { picture } = await ask(parvis, 'projects.get', { projectId: id })
      if (picture !== null) described.push(picture.alternativeText)
    }
    const told = story.submissions.flatMap(({ outcome }) =>
      outcome.kind === 'project' && outcome.project.picture !== undefined
        ? [outcome.project.picture.alternativeText]
        : [],
    )
    expect(described.toSorted()).toEqual(told.toSorted())
    expect(described).not.toContain('')
  })

  it('places every submission inside its district', async () => {
    const { districts } = await ask(parvis, 'processes.get', { processId })
    expect(districts).toHaveLength(told.districts)
    const { rows } = await ask(parvis, 'submissions.list', { processId, limit: 1_000 })
    const strays: string[] = []
    for (const row of rows) {
      const detail = await ask(parvis, 'submissions.get', { submissionId: row.id })
      const holding = districts.filter(
        ({ polygon }) => polygon !== null && isInside(detail.longitude ?? 0, detail.latitude ?? 0, polygon),
      )
      const expected = detail.districtId === null ? [] : [detail.districtId]
      if (JSON.stringify(holding.map(({ id }) => id)) !== JSON.stringify(expected)) strays.push(row.title)
    }
    expect(strays).toEqual([])
  })

  it('gives every refusal a reason and an answer (I2)', async () => {
    const { rows } = await ask(parvis, 'submissions.list', {
      processId,
      stages: ['inadmissible', 'infeasible', 'merged', 'withdrawn'],
      limit: 1_000,
    })
    expect(rows.length).toBe(told.submissions - told.onBallot)
    for (const row of rows) {
      const { decisions } = await ask(parvis, 'submissions.get', { submissionId: row.id })
      const last = decisions.toSorted((one, other) => (one.decidedAt < other.decidedAt ? 1 : -1))[0]
      expect(last?.rationale.length ?? 0, row.title).toBeGreaterThan(60)
      if (row.stage === 'inadmissible') expect(last?.reasons.length ?? 0, row.title).toBeGreaterThan(0)
    }
  })

  it('acts in the past, in order, each by somebody who may', async () => {
    const entries: JournalEntry[] = []
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = await ask(parvis, 'journal.list', { offset, limit: 500 })
      entries.push(...page.entries)
      total = page.total
    }
    entries.sort((one, other) => one.sequence - other.sequence)
    const instants = entries.map(({ at }) => at)
    expect(instants).toEqual(instants.toSorted())
    expect((instants.at(-1) ?? now) < now).toBe(true)
    const rolesOf = new Map(dossier.people.map(({ name, roles }) => [name, roles]))
    const by = (action: string): readonly Role[] => [
      ...new Set(
        entries
          .filter((entry) => entry.action === action)
          .flatMap(({ personName }) => rolesOf.get(personName) ?? []),
      ),
    ]
    expect(by('visa.sign')).toEqual(['finance'])
    expect(by('study.save-costs')).toEqual(['technical-service'])
    expect(by('submission.decide')).toEqual(['moderator'])
    expect(by('project.freeze')).toEqual(['manager'])
  })

  it('has nothing left to do, and words in every text', async () => {
    const process = await ask(parvis, 'processes.get', { processId })
    expect(process.foreword).not.toBe('')
    expect(process.votingInstructions).not.toBe('')
    expect(process.rulebook.number).toBe(2)
    expect(process.phases).toHaveLength(6)
    const { rows } = await ask(parvis, 'submissions.list', { processId, stages: ['submitted', 'incomplete'] })
    expect(rows).toEqual([])
  })
})

describe('making a demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-demonstration-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('stops after the deposit when asked, with every proposal to moderate', async () => {
    const parvis = createParvis(portsIn(folder))
    const path = join(folder, 'deposit.parvis')
    await ask(parvis, 'dossiers.createDemonstration', { story: 'roubaix', until: 'submission', path })
    const [process] = await ask(parvis, 'processes.list')
    const processId = process?.id ?? ''
    const figures = await ask(parvis, 'reports.keyFigures', { processId })
    const { phases, edition, referencePrefix } = await ask(parvis, 'processes.get', { processId })
    const current = phases.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
    expect(current.map(({ kind }) => kind)).toEqual(['admissibility'])
    expect([edition, referencePrefix]).toEqual(['Édition 2026', 'RBX26'])
    const { entries } = await ask(parvis, 'journal.list', { limit: 500 })
    expect(entries.filter(({ at }) => at > now)).toEqual([])
    expect(figures.byStage).toEqual([{ stage: 'submitted', count: 59 }])
    expect((await ask(parvis, 'dossiers.check')).sound).toBe(true)
    await parvis.stop()
  })

  it('tells its progress and leaves no file when it is cancelled', async () => {
    const events: ParvisEvent[] = []
    const parvis = createParvis(portsIn(folder), (event) => {
      events.push(event)
      if (event.kind === 'progress' && event.done > 20) parvis.cancel('call')
    })
    const path = join(folder, 'cancelled.parvis')
    const reply = await parvis.call('dossiers.createDemonstration', { story: 'roubaix', path }, 'call')
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(folder).filter((name) => name.includes('cancelled'))).toEqual([])
    expect(readdirSync(folder).filter((name) => name.startsWith('parvis-demonstration-'))).toEqual([])
    expect(events.some((event) => event.kind === 'progress' && event.total > 100)).toBe(true)
    await parvis.stop()
  })

  it('leaves the open dossier open when it is cancelled', async () => {
    const parvis = createParvis(portsIn(folder), (event) => {
      if (event.kind === 'progress' && event.total > 100 && event.done > 20) parvis.cancel('call')
    })
    const path = join(folder, 'open.parvis')
    await ask(parvis, 'dossiers.createDemonstration', { story: 'roubaix', until: 'submission', path })
    await parvis.call('dossiers.createDemonstration', { story: 'saint-jean-de-braye' }, 'call')
    expect((await ask(parvis, 'dossiers.current'))?.path).toBe(path)
    await parvis.stop()
  })

  it('never writes over a file that is there', async () => {
    const parvis = createParvis(portsIn(folder))
    const path = join(folder, 'twice.parvis')
    await ask(parvis, 'dossiers.createDemonstration', { story: 'roubaix', until: 'submission', path })
    expect(await parvis.call('dossiers.createDemonstration', { story: 'roubaix', path })).toMatchObject({
      ok: false,
      error: { code: 'file-exists' },
    })
    await parvis.stop()
    const opened = await openDossierFile(path, { readOnly: true, now })
    await opened.release()
  })
})
