/** Refusals of letters. */
export const errorsLetters = {
  'letter-not-owed':
    'Ce courrier de {{reference}} n’est plus à écrire : la décision a changé. Rien n’a été modifié. La liste montre ce qui reste à écrire.',
  'letter-made':
    'Le courrier de {{reference}} a été écrit ou modifié entre-temps. Rien n’a été noté et les fichiers ont été retirés. Recommencez.',
  'letter-field-unknown':
    '« {{name}} » n’est pas un champ que Parvis sait remplir. Le texte n’a pas été enregistré ; il reste affiché. Corrigez ce mot ou ôtez ses accolades.',
  'no-letter-to-make':
    'Aucun de ces courriers ne peut partir ainsi. Rien n’a été écrit. Saisissez d’abord l’adresse des porteurs, ou choisissez un autre envoi.',
  'letter-sent':
    'Le courrier de {{reference}} est marqué envoyé : il ne peut plus être repris. Rien n’a été modifié. Marquez-le d’abord non envoyé.',
  'mail-address-invalid':
    'Le courriel de {{reference}} n’est pas une adresse. Aucun brouillon n’a été gardé. Corrigez-le dans les coordonnées, puis recommencez.',
} as const
