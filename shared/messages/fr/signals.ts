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
    explanation: 'Un point, une adresse ou une commune nommée est en dehors du territoire.',
  },
  'too-short': {
    name: 'Texte très court',
    explanation: 'Quelques mots ne suffisent pas pour étudier la proposition : demandez des précisions.',
  },
  shouting: { name: 'Texte en majuscules', explanation: 'Des phrases entières sont écrites en majuscules.' },
  links: { name: 'Lien', explanation: 'Le texte renvoie à un site : une source, ou une publicité.' },
  insults: {
    name: 'Propos insultants',
    explanation: 'Des mots insultants ou grossiers : lisez la phrase entière.',
  },
  minor: {
    name: 'Auteur mineur',
    explanation: 'L’auteur semble mineur : il faut un contact adulte, et son nom ne se publie pas.',
  },
  copy: { name: 'Texte presque identique', explanation: 'Une autre proposition a presque le même texte.' },
  'same-author': {
    name: 'Au-delà du nombre permis',
    explanation: 'La même personne avait déjà déposé ces propositions.',
  },
  'missing-parts': {
    name: 'Éléments manquants',
    explanation: 'La démarche les demande ; la proposition ne les donne pas.',
  },
  'other-language': { name: 'Autre langue', explanation: 'Le texte ne semble pas écrit en français.' },
  advertising: {
    name: 'Publicité',
    explanation: 'Des mots de vente ou d’appel à cliquer, à signer, à suivre.',
  },
} as const
