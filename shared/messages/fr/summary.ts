/** Sentences of the printed report (bilan). Spaces before double punctuation are no-break. */
export const summary = {
  documentTitle: '{{title}}, {{edition}} : bilan',
  documentTitleAlone: '{{title}} : bilan',
  cover: {
    kind: 'Bilan de la démarche',
    generated: 'État au {{date}}',
  },
  footer: '{{commune}} · {{title}} · état au {{date}}',
  source: 'Source : dossier {{title}}, {{commune}}, état au {{date}}.',
  sections: {
    essentials: 'L’essentiel',
    time: 'Les dépôts dans le temps',
    origin: 'D’où viennent les propositions',
    path: 'Du dépôt au résultat',
    money: 'L’argent',
    method: 'Méthode et définitions',
    data: 'Annexe : les données des graphiques',
  },
  essentials: {
    participants: 'participants',
    participantsDefinition:
      'Auteurs nommés de propositions et de commentaires ({{authors}}), personnes présentes aux rencontres ({{attendees}}), votants ({{voters}}).',
    contributions: 'contributions écrites',
    contributionsDefinition:
      'Propositions ({{submissions}}), commentaires ({{comments}}) et contributions notées en réunion ({{atMeetings}}).',
    supports: 'soutiens',
    supportsDefinition: 'Soutiens donnés aux propositions sur la plateforme. Un soutien n’est pas un vote.',
    meetings: 'rencontres',
    meetingsDefinition: 'Réunions publiques, ateliers et permanences inscrits dans la démarche.',
    path: 'Des propositions aux lauréats',
    pathSentence:
      '{{submitted}} propositions déposées, {{onBallot}} projets soumis au vote, {{winners}} lauréats.',
    money: 'Budget',
    moneySentence:
      'Une enveloppe de {{envelope}}, des projets soumis au vote pour {{ballot}}, des lauréats pour {{winners}}.',
    moneySentenceWithoutEnvelope:
      'Des projets soumis au vote pour {{ballot}}, des lauréats pour {{winners}}.',
  },
  time: {
    half_one: 'L’unique proposition a été déposée le {{date}}',
    half_other: 'La moitié des {{number}} propositions étaient déposées le {{date}}',
    none: 'Aucune proposition n’a encore été déposée',
    description:
      'Courbe des dépôts cumulés, du {{first}} au {{last}}, de 0 à {{total}}. Jour le plus chargé : {{busiest}}, {{most}} dépôts.',
    cumulated: 'Dépôts cumulés',
    daily: 'Dépôts par jour',
    most: 'maximum {{most}}, le {{date}}',
  },
  chart: {
    base_one: 'Base : {{number}} proposition.',
    base_other: 'Base : {{number}} propositions.',
    refusalBase_one: 'Base : {{number}} refus motivé.',
    refusalBase_other: 'Base : {{number}} refus motivés.',
    moneyBase: 'Montants toutes taxes comprises, au centime.',
    table: 'Données : tableau {{number}}, page {{page}}.',
    others: 'Autres ({{number}})',
    description: '{{message}}. {{rows}}.',
    row: '{{label}} : {{value}}',
    firstDistrict_one: 'Premier quartier : {{label}}, {{number}} proposition sur {{total}} ({{share}})',
    firstDistrict_other: 'Premier quartier : {{label}}, {{number}} propositions sur {{total}} ({{share}})',
    firstTheme_one: 'Premier thème : {{label}}, {{number}} proposition sur {{total}} ({{share}})',
    firstTheme_other: 'Premier thème : {{label}}, {{number}} propositions sur {{total}} ({{share}})',
    firstChannel_one: 'Premier canal : {{label}}, {{number}} proposition sur {{total}} ({{share}})',
    firstChannel_other: 'Premier canal : {{label}}, {{number}} propositions sur {{total}} ({{share}})',
    firstReason_one: 'Premier motif de refus : {{label}}, {{number}} refus sur {{total}} ({{share}})',
    firstReason_other: 'Premier motif de refus : {{label}}, {{number}} refus sur {{total}} ({{share}})',
    tied: 'À égalité en tête : {{labels}}, {{number}} chacun sur {{total}}',
    noneDistrict: 'Aucune proposition n’est rattachée à un quartier',
    noneTheme: 'Aucune proposition n’est rattachée à un thème',
    noneChannel: 'Aucune proposition n’a encore été déposée',
    noneReason: 'Aucun refus n’a été prononcé',
  },
  kinds: {
    district: 'Par quartier',
    theme: 'Par thème',
    channel: 'Par canal de dépôt',
    reason: 'Motifs de refus',
    stage: 'Par état',
  },
  path: {
    message: 'Sur {{submitted}} propositions déposées, {{onBallot}} ont donné un projet soumis au vote',
    messageWinners:
      'Sur {{submitted}} propositions déposées, {{onBallot}} sont allées jusqu’au vote et {{winners}} ont été retenues',
    none: 'Aucune proposition n’a encore été déposée',
    base_one:
      'Chaque barre compte les propositions allées au moins jusqu’à cette étape. Base : {{number}} proposition.',
    base_other:
      'Chaque barre compte les propositions allées au moins jusqu’à cette étape. Base : {{number}} propositions.',
    steps: {
      submitted: 'Déposées',
      admissible: 'Recevables',
      feasible: 'Réalisables',
      'on-ballot': 'Soumises au vote',
      winner: 'Lauréates',
    },
  },
  money: {
    envelope: 'Enveloppe',
    ballot: 'Projets soumis au vote',
    winners: 'Projets lauréats',
    remaining: 'Reste disponible',
    overrun: 'Dépassement',
    within: 'Les lauréats engagent {{winners}} sur {{envelope}} : il reste {{remaining}}',
    over: 'Les lauréats dépassent l’enveloppe de {{overrun}}',
    beforeVote: 'Les projets soumis au vote totalisent {{ballot}} pour une enveloppe de {{envelope}}',
    withoutEnvelope: 'Les projets soumis au vote totalisent {{ballot}}',
  },
  method: {
    perimeter:
      'Ce bilan porte sur la démarche entière, sans filtre. Il reprend les chiffres affichés par Parvis à la date de son édition.',
    participants:
      'Participants : somme des auteurs nommés et distincts, des présences aux rencontres et des votants. Une même personne peut compter à plusieurs de ces titres.',
    contributions:
      'Contributions écrites : propositions, commentaires et contributions relevées pendant les rencontres.',
    path: 'Étapes : une proposition est comptée à chaque étape qu’elle a atteinte, même si elle a été retirée ou fusionnée ensuite.',
    shares:
      'Pourcentages : arrondis à l’unité par la méthode des plus forts restes, de sorte que leur total fait 100 %.',
    money: 'Montants : calculés au centime à partir des études de faisabilité, sans arrondi de publication.',
    days: 'Dates : jours de calendrier du fuseau {{timeZone}}.',
    rulebook: 'Règlement en vigueur : version {{number}}, adoptée le {{date}}.',
  },
  data: {
    caption: 'Tableau {{number}}. {{name}}',
    day: 'Jour',
    deposits: 'Dépôts',
    cumulated: 'Cumul',
    label: 'Intitulé',
    count: 'Nombre',
    share: 'Part',
    step: 'Étape',
    amount: 'Montant',
    total: 'Total',
    none: 'Aucune donnée',
    time: 'Jours avec au moins un dépôt',
  },
} as const
