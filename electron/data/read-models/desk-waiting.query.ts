import type { Kysely } from 'kysely'
import { daysBetween } from '../../../shared/domain/dates/days.ts'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { DeskWaiting } from '../../../shared/read-models/desk.ts'
import type { Database } from '../database.ts'
import { findSetAside } from '../submissions/set-aside.repository.ts'
import { getSubmission } from '../submissions/submission.repository.ts'

const timeZone = 'Europe/Paris'

/** What a proposal waits for, as of an instant. Refuses `not-found`. */
export async function deskWaiting(
  db: Kysely<Database>,
  submissionId: string,
  now: string,
): Promise<DeskWaiting> {
  const today = localDayOf(now, timeZone)
  const submission = await getSubmission(db, submissionId)
  const aside = (await findSetAside(db, [submissionId])).get(submissionId)
  const askedOn = localDayOf(submission.stage_changed_at, timeZone)
  const replyByOn = submission.reply_by_on
  return {
    setAside:
      aside === undefined
        ? null
        : {
            untilOn: aside.until_on,
            note: aside.note,
            setByName: aside.set_by_name,
            setAt: aside.set_at,
            active: aside.until_on > today,
          },
    completion:
      submission.stage === 'incomplete'
        ? {
            askedOn,
            replyByOn,
            daysWaiting: daysBetween(askedOn, today),
            daysLeft: replyByOn === null ? null : daysBetween(today, replyByOn),
          }
        : null,
  }
}
