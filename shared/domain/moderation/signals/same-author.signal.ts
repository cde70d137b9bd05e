import type { Signal } from './signal.ts'

/** One more than the rules let a person deposit (R15). Its words are the references of the earlier ones. */
export const sameAuthorSignal = {
  id: 'same-author',
  evidence: ({ earlierByAuthor, settings }) =>
    earlierByAuthor.length >= settings.mostPerAuthor ? earlierByAuthor : [],
} as const satisfies Signal
