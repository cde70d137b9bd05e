export const welcome = {
  title: 'Welcome to Parvis',
  signInTitle: 'Who is working?',
  signInIntroduction: 'Dossier: {{title}}. Choose your profile; the journal keeps who does what.',
  passphrase: 'Passphrase',
  passphraseFor: 'Passphrase of {{name}}',
  signIn: 'Enter',
  otherDossier: 'Open another dossier',
  demonstration: 'Try with a demonstration',
} as const
