/** Signals of moderation: what to look at, never a verdict. One entry per signal, by its id. */
export const signals = {
  title: 'À vérifier',
  note: 'Des indices relevés sur ce poste, pas des décisions.',
  'personal-data': {
    name: 'Donnée personnelle',
    explanation: 'Un moyen de joindre ou de payer quelqu’un ne doit pas être publié : masquez-le.',
  },
  'outside-territory': {
    name: 'Hors territoire',
    explanation: 'Le point indiqué n’est dans aucun quartier de la démarche.',
  },
  'too-short': {
    name: 'Texte très court',
    explanation: 'Quelques mots ne suffisent pas pour étudier la proposition : demandez des précisions.',
  },
  shouting: { name: 'Texte en majuscules', explanation: 'Des phrases entières sont écrites en majuscules.' },
  links: { name: 'Lien', explanation: 'Le texte renvoie à un site : une source, ou une publicité.' },
} as const
