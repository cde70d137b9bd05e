export const welcome = {
  title: 'Bienvenue dans Parvis',
  signInTitle: 'Qui travaille ?',
  signInIntroduction: 'Dossier : {{title}}. Choisissez votre profil ; le journal retient qui fait quoi.',
  passphrase: 'Phrase secrète',
  passphraseFor: 'Phrase secrète de {{name}}',
  signIn: 'Entrer',
  otherDossier: 'Ouvrir un autre dossier',
  demonstration: 'Essayer avec une démonstration',
} as const
