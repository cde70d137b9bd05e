/** What a new démarche starts with, in English. */
export const defaults = {
  /** Name of a demonstration's file. */
  demonstrationFile: 'Demonstration {{commune}}',
  edition: '{{year}} edition',
  themes: [
    'Nature and living environment',
    'Mobility',
    'Sport and leisure',
    'Culture and heritage',
    'Education and youth',
    'Solidarity and health',
    'Cleanliness and recycling',
  ].join('|'),
  departments: ['Green spaces', 'Roads', 'Buildings', 'Planning', 'Legal', 'Finance'].join('|'),
  rules:
    '<h3>Article 1 – Purpose</h3><p>The municipal council undertakes to carry out, within the envelope, the residents’ projects chosen by the vote.</p>' +
    '<h3>Article 2 – Submission</h3><p>Anyone who lives in the municipality may submit a proposal, online, on paper or at a meeting. The number of proposals per person may be limited.</p>' +
    '<h3>Article 3 – Admissibility</h3><p>A proposal is admissible if it falls within municipal competence, serves the general interest, concerns land or a building run by the municipality, is capital expenditure, respects the cap, is precise and localised, is neither planned nor under way, and respects the law, neutrality and secularism.</p>' +
    '<h3>Article 4 – Study</h3><p>Services study technical, legal and financial feasibility. Close proposals may be grouped with their proposers’ agreement.</p>' +
    '<h3>Article 5 – Answer</h3><p>Every decision is motivated and told to the proposer.</p>' +
    '<h3>Article 6 – Vote</h3><p>Feasible projects are put to the residents’ vote, by district and then by number.</p>',
  articles: {
    competence: 'Article 3',
    capital: 'Article 3',
    cap: 'Article 3',
    land: 'Article 3',
    general: 'Article 3',
    precise: 'Article 3',
    merge: 'Article 4',
  },
  foreword:
    '<p>Here are the projects that residents imagined and the municipality’s services studied. The choice is yours.</p>',
  votingInstructions:
    '<p>Choose the projects you would like to see done, online or at one of the voting places.</p>',
} as const
