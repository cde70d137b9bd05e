/** Refusals of the exports. Joined to `errors`. */
export const errorsExports = {
  'file-busy':
    'Le fichier « {{file}} » est ouvert dans un autre logiciel ou protégé en écriture. La version précédente est intacte. Fermez-le puis recommencez, ou choisissez un autre nom.',
  'disk-full':
    'Il n’y a plus assez de place pour enregistrer « {{file}} » dans {{folder}}. La version précédente est intacte. Libérez de la place ou choisissez un autre emplacement.',
  'folder-missing':
    'Le dossier {{folder}} n’existe pas ou n’est plus accessible. Rien n’a été enregistré. Choisissez un autre emplacement.',
  'place-read-only':
    'L’emplacement {{folder}} n’accepte pas l’écriture. Rien n’a été enregistré. Choisissez un autre emplacement ou demandez le droit d’y écrire.',
  'target-is-folder':
    '{{path}} est un dossier, pas un fichier. Rien n’a été enregistré. Choisissez un autre nom.',
  'decidim-answer-invalid':
    'Le fichier de réponses n’a pas été écrit : la plateforme le refuserait en entier. À corriger : refus sans motivation : {{emptyAnswers}} ; états inconnus de la plateforme : {{unknownStates}} ; numéros de plateforme incorrects ou en double : {{invalidIds}} ; composants mélangés : {{components}}.',
  'decidim-answer-too-long_one':
    'Le fichier de réponses n’a pas été écrit : {{count}} réponse dépasse ce qu’une cellule Excel peut contenir (32 767 caractères). Choisissez le format CSV.',
  'decidim-answer-too-long_other':
    'Le fichier de réponses n’a pas été écrit : {{count}} réponses dépassent ce qu’une cellule Excel peut contenir (32 767 caractères). Choisissez le format CSV.',
} as const
