/** Masked words of a proposal. */
export const redactions = {
  title: 'Masked passages',
  mask: 'Mask words…',
  maskWord: 'Mask “{{word}}”',
  maskKey: 'Mask the selected words',
  dialogTitle: 'Mask words',
  dialogNote:
    'They disappear from the proposal, its comments, notes, answers and files, its study and project, the search and every document. The original stays under seal.',
  passage: 'Words to mask',
  passageHint: 'As they are written; every occurrence is masked.',
  reason: 'Reason',
  confirm: 'Mask',
  masked: 'Passage masked',
  entry_one: '{{reason}}: {{count}} occurrence masked by {{name}}, {{date}}',
  entry_other: '{{reason}}: {{count}} occurrences masked by {{name}}, {{date}}',
  lift: 'Show again',
  liftReason: 'Shown again at the department’s request',
  readOriginal: 'Read the original',
  originalTitle: 'Original under seal',
  originalNote: 'Not to be copied into a document.',
  reasons: {
    personal: 'Personal data',
    insult: 'Insult or defamation',
    minor: 'Information about a minor',
    other: 'Other reason',
  },
} as const
