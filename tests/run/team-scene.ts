import type { Page } from 'playwright-core'
import type { PersonProfile } from '../../shared/read-models/dossier.ts'
import type { ProcessDetail } from '../../shared/read-models/process.ts'
import type { SubmissionPage } from '../../shared/read-models/submission.ts'
import { call } from '../e2e/new-dossier.ts'

const answer =
  'Madame, Monsieur,\n\nNous vous remercions de votre proposition. Son coût dépasse le plafond fixé par le règlement ; nous ne pouvons pas la retenir.'

async function scene(page: Page) {
  const [first] = await call<readonly { readonly id: string }[]>(page, 'processes.list', {})
  const processId = first?.id ?? ''
  const process = await call<ProcessDetail>(page, 'processes.get', { processId })
  const people = await call<readonly PersonProfile[]>(page, 'people.list', {})
  const officers = people.filter(({ roles }) => roles.includes('moderator') || roles.includes('manager'))
  return { process, processId, people, officers }
}

/** Asks for a second opinion on refusals, names who takes what, and leaves some proposals to nobody. */
export async function askForTwo(page: Page): Promise<void> {
  const { process, processId, officers } = await scene(page)
  await call(page, 'team.saveSettings', {
    processId,
    version: 0,
    secondOpinion: 'refusals',
    decisionDays: 60,
    automatic: true,
    rules: [
      {
        kind: 'district',
        shares: process.districts.slice(0, 3).map((district, index) => ({
          placeId: district.id,
          personIds: [officers[index % officers.length]?.id ?? ''],
        })),
      },
      { kind: 'workload', personIds: officers.map(({ id }) => id) },
    ],
  })
  const ids = await call<readonly string[]>(page, 'submissions.matchingIds', { processId })
  await call(page, 'team.saveAbsence', {
    personId: officers[1]?.id,
    fromOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    untilOn: new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10),
    standInId: officers[0]?.id,
  })
  await call(page, 'submissions.assign', { submissionIds: ids.slice(0, 24), assigneeId: null })
}

/** The other officers decide some proposals and propose to refuse others; the one who looks signs in again. */
export async function decideAsOthers(page: Page): Promise<void> {
  const { processId, people, officers } = await scene(page)
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId,
    stages: ['submitted'],
    limit: 24,
  })
  for (const [index, row] of rows.entries()) {
    const officer = officers[1 + (index % (officers.length - 1))]
    await call(page, 'people.signIn', { personId: officer?.id })
    const verdict =
      index % 5 === 0
        ? { verdict: 'inadmissible', reasons: ['over-cap'], rationale: answer }
        : { verdict: 'admissible' }
    await call(page, 'submissions.decide', { submissionId: row.id, ...verdict })
  }
  const looks = people.find(({ roles }) => roles.includes('administrator'))
  await call(page, 'people.signIn', { personId: looks?.id })
  await page.reload()
}
