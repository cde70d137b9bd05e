/** What a new démarche starts with. Editable; the wording is ours, the rules are the usual ones. */
export const defaults = {
  /** Name of a demonstration's file. */
  demonstrationFile: 'Démonstration {{commune}}',
  edition: 'Édition {{year}}',
  themes: [
    'Nature et cadre de vie',
    'Mobilités',
    'Sport et loisirs',
    'Culture et patrimoine',
    'Éducation et jeunesse',
    'Solidarité et santé',
    'Propreté et recyclage',
  ].join('|'),
  departments: ['Espaces verts', 'Voirie', 'Bâtiments', 'Urbanisme', 'Juridique', 'Finances'].join('|'),
  rules:
    '<h3>Article 1 – Objet</h3><p>Le conseil municipal s’engage à réaliser, dans la limite de l’enveloppe, les projets d’habitants retenus au vote.</p>' +
    '<h3>Article 2 – Dépôt</h3><p>Toute personne habitant la commune peut déposer une proposition, en ligne, sur papier ou lors d’une rencontre. Le nombre de propositions par personne peut être limité.</p>' +
    '<h3>Article 3 – Recevabilité</h3><p>Une proposition est recevable si elle relève de la compétence communale, sert l’intérêt général, porte sur un terrain ou un bâtiment géré par la commune, constitue une dépense d’investissement, respecte le plafond, est assez précise et localisée, n’est ni programmée ni en cours, et respecte la loi, la neutralité et la laïcité.</p>' +
    '<h3>Article 4 – Étude</h3><p>Les services étudient la faisabilité technique, juridique et financière. Les propositions proches peuvent être regroupées avec l’accord de leurs porteurs.</p>' +
    '<h3>Article 5 – Réponse</h3><p>Toute décision est motivée et communiquée au porteur.</p>' +
    '<h3>Article 6 – Vote</h3><p>Les projets réalisables sont soumis au vote des habitants, dans l’ordre des quartiers puis des numéros.</p>',
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
    '<p>Voici les projets imaginés par les habitants et étudiés par les services de la commune. À vous de choisir.</p>',
  votingInstructions:
    '<p>Choisissez les projets que vous souhaitez voir réaliser, en ligne ou dans l’un des lieux de vote.</p>',
} as const
