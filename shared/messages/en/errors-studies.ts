/** Refusals of feasibility, projects and finance. */
export const errorsStudies = {
  'transition-not-allowed':
    '{{reference}} cannot go from its state to the one asked for. Nothing was changed.',
  'reason-missing': 'A reason is needed for {{reference}}. Nothing was changed: give it and try again.',
  'rationale-missing':
    'A motivated answer is needed for {{reference}}. Nothing was changed: write it and try again.',
  'study-needs-admissible': 'Proposal {{reference}} is not admissible: its study cannot start.',
  'study-concluded':
    'The study of {{reference}} is concluded: its answer no longer changes. Take the conclusion back first, saying why.',
  'list-settled': 'The list of projects is settled: {{reference}} can no longer be changed this way.',
  'submission-not-feasible':
    'Proposal {{reference}} has no study concluded as feasible. No project was made.',
  'submission-already-in-project':
    'Proposal {{reference}} already belongs to a project. Nothing was changed.',
  'erratum-missing':
    'Project no. {{number}} is on the ballot: its title and place change only with a public erratum. Write it and try again.',
  'visa-missing':
    '{{count}} project(s) without a valid finance sign-off: {{projects}}. The list was not settled.',
  'visa-own-estimate':
    'You took part in the costing of project {{project}}: the sign-off belongs to somebody else.',
  'estimate-missing': 'Project {{project}} has no estimate. No sign-off was recorded.',
  'amount-changed': 'The amount changed since you read it. No sign-off was recorded: read the costing again.',
  'winners-over-envelope':
    'The winners cost more than the envelope. Nothing was recorded: remove a winner or name the decision that allows the overrun.',
  'file-missing': 'The file “{{file}}” was not found. Nothing was changed.',
  'picture-too-large':
    'The picture “{{file}}” is larger than {{limitMegabytes}} MB. Nothing was changed: make it smaller and try again.',
  'picture-unknown': 'The file “{{file}}” is not a PNG, JPEG or WebP picture. Nothing was changed.',
} as const
