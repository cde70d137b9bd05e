import type { Story } from './story.ts'

const day = 86_400_000
/** Days of moderation already behind at the least, so that some waiting shows. */
const alreadyOpen = 5

function moveDay(on: string, days: number): string {
  return new Date(Date.parse(`${on}T12:00:00Z`) + days * day).toISOString().slice(0, 10)
}

function moveInstant(at: string, days: number): string {
  return new Date(Date.parse(at) + days * day).toISOString()
}

/**
 * The same story as if its deposit had just closed: every date moves by the same whole number of weeks, so that
 * weekdays stay, and the moderation opened between five and eleven days before `today` (local day). The years in
 * the title, the edition and the references follow.
 */
export function shiftStory(story: Story, today: string): Story {
  const opensOn = story.phases.find(({ kind }) => kind === 'admissibility')?.opensOn ?? today
  const behind = (Date.parse(today) - Date.parse(opensOn)) / day - alreadyOpen
  const days = Math.floor(behind / 7) * 7
  const years = Number(moveDay(opensOn, days).slice(0, 4)) - Number(opensOn.slice(0, 4))
  const moveYears = (text: string): string =>
    text.replace(/\b20\d\d\b/g, (year) => String(Number(year) + years))
  return {
    ...story,
    title: moveYears(story.title),
    edition: moveYears(story.edition),
    referencePrefix: story.referencePrefix.replace(/\d\d$/, (year) =>
      String((Number(year) + years) % 100).padStart(2, '0'),
    ),
    phases: story.phases.map((phase) => ({
      ...phase,
      opensOn: moveDay(phase.opensOn, days),
      closesOn: moveDay(phase.closesOn, days),
    })),
    meetings: story.meetings.map((meeting) => ({
      ...meeting,
      startsAt: moveInstant(meeting.startsAt, days),
      endsAt: moveInstant(meeting.endsAt, days),
    })),
    comments: story.comments.map((comment) => ({
      ...comment,
      createdAt: moveInstant(comment.createdAt, days),
    })),
    submissions: story.submissions.map((submission) => ({
      ...submission,
      submittedAt: moveInstant(submission.submittedAt, days),
    })),
  }
}
