import { matches, type Signal } from './signal.ts'

/** Addresses of web pages: a source, or an advertisement. An e-mail address is none. */
export const linksSignal = {
  id: 'links',
  evidence: (subject) =>
    matches(
      subject,
      /(?:https?:\/\/|www\.)[^\s<>"»]*[^\s<>"».,;:!?)]|(?<![@\w.-])(?:[a-z0-9][a-z0-9-]*\.)*[a-z0-9][a-z0-9-]+\.(?:fr|com|org|net|eu|info|io|shop|biz)(?:\/[^\s<>"».,;:!?)]*)?(?![\w@-])/gi,
    ),
} as const satisfies Signal
