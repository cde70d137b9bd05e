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
    explanation: 'A point, an address or a commune named lies outside the territory.',
  },
  'too-short': {
    name: 'Very short text',
    explanation: 'A few words are not enough to study the proposal: ask for details.',
  },
  shouting: { name: 'Text in capitals', explanation: 'Whole sentences are written in capitals.' },
  links: { name: 'Link', explanation: 'The text points to a website: a source, or an advertisement.' },
  insults: { name: 'Insulting words', explanation: 'Insulting or vulgar words: read the whole sentence.' },
  minor: {
    name: 'Author under age',
    explanation:
      'The author seems to be under age: an adult contact is needed, and the name is not published.',
  },
  copy: { name: 'Nearly the same text', explanation: 'Another proposal has nearly the same text.' },
  'same-author': {
    name: 'More than the rules allow',
    explanation: 'The same person had already submitted these proposals.',
  },
  'missing-parts': {
    name: 'Missing parts',
    explanation: 'The process asks for them; the proposal does not give them.',
  },
  'other-language': { name: 'Another language', explanation: 'The text does not seem to be in French.' },
  advertising: { name: 'Advertising', explanation: 'Words that sell, or call to click, sign or follow.' },
} as const
