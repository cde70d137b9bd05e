/** Signals of moderation: what to look at, never a verdict. One entry per signal, by its id. */
export const signals = {
  title: 'To check',
  note: 'Hints found on this computer, not decisions.',
  'personal-data': {
    name: 'Personal data',
    explanation: 'A way to reach or pay somebody must not be published: mask it.',
  },
  'outside-territory': {
    name: 'Outside the territory',
    explanation: 'The point given is in none of the districts.',
  },
  'too-short': {
    name: 'Very short text',
    explanation: 'A few words are not enough to study the proposal: ask for details.',
  },
  shouting: { name: 'Text in capitals', explanation: 'Whole sentences are written in capitals.' },
  links: { name: 'Link', explanation: 'The text points to a website: a source, or an advertisement.' },
} as const
