/** Refusals of second opinions, distribution and absences. */
export const errorsTeam = {
  'awaits-second-opinion':
    'A decision proposed by {{name}} on {{reference}} waits for a second opinion: confirm it or say that you disagree. Nothing was changed.',
  'second-opinion-own':
    'You proposed this decision on {{reference}} yourself: the second opinion is for somebody else. Nothing was changed.',
  'proposal-closed':
    'No proposed decision waits on {{reference}} any more: it was confirmed, withdrawn or overtaken meanwhile. Nothing was changed.',
  'proposal-of-another':
    'The decision proposed on {{reference}} is that of {{name}}, who alone may withdraw it. Nothing was changed.',
  'disagreement-open':
    '{{name}} disagreed on {{reference}}: only a team lead may settle it, or the two officers agree. Nothing was changed.',
  'settlement-own':
    'You are one of the two officers who disagree on {{reference}}: somebody else has to settle it. Nothing was changed.',
  'nothing-to-distribute':
    'No proposal can be distributed: all are assigned, or the rules name nobody who is there. Nothing was changed.',
  'absence-of-another': 'Only a team lead may enter the absence of somebody else. Nothing was changed.',
  'absence-backwards': 'The absence ends before it begins. Nothing was saved.',
  'absence-overlaps': '{{name}} already has an absence on these dates. Nothing was saved: change that one.',
  'stand-in-unfit':
    '{{name}} cannot stand in for this person: it takes another active officer who may moderate. Nothing was saved.',
} as const
