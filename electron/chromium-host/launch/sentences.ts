/** What the launcher says before Parvis is built. Its own sentences: nothing of the application is there yet. */
const sentences = {
  fr: {
    building: 'Construction de Parvis…',
    buildFailed: 'La construction a échoué. Relancez « npm ci », puis réessayez.',
    fetching: 'Téléchargement d’Electron…',
    notFetched: (reason: string) =>
      `Electron n’a pas pu être téléchargé (${reason}). Parvis s’ouvre dans le navigateur installé ; nouvel essai demain.`,
    noData: 'aucune donnée reçue pendant 30 secondes',
    noDisplay:
      'Aucun écran n’est disponible : la fenêtre de Parvis ne peut pas s’ouvrir ici. Lancez « npm run demo » pour produire le catalogue et les rapports de démonstration sans écran.',
    noBrowser: (command: string) =>
      `Aucun navigateur Chromium, Chrome ou Edge n’a été trouvé. Pour en installer un :\n  ${command}\npuis relancez « npm start ».`,
    installing: (command: string) => `Installation de Chromium (${command})…`,
    oldNode: (version: string) =>
      `Parvis demande Node 24 ; celui-ci est ${version}. Lancez « npm ci », puis « npm start ».`,
    noCommandLine: 'La ligne de commande ne fait pas partie de cette construction.',
  },
  en: {
    building: 'Building Parvis…',
    buildFailed: 'The build failed. Run “npm ci” again, then retry.',
    fetching: 'Downloading Electron…',
    notFetched: (reason: string) =>
      `Electron could not be downloaded (${reason}). Parvis opens in the installed browser; next attempt tomorrow.`,
    noData: 'no data for 30 seconds',
    noDisplay:
      'There is no display: the window of Parvis cannot open here. Run “npm run demo” to produce the demonstration catalogue and reports without one.',
    noBrowser: (command: string) =>
      `No Chromium, Chrome or Edge was found. To install one:\n  ${command}\nthen run “npm start” again.`,
    installing: (command: string) => `Installing Chromium (${command})…`,
    oldNode: (version: string) => `Parvis needs Node 24; this is ${version}. Run “npm ci”, then “npm start”.`,
    noCommandLine: 'The command line is not part of this build.',
  },
} as const

/** The launcher's sentences in the language of the system: French, unless the locale says otherwise. */
export function launcherSentences(environment: NodeJS.ProcessEnv = process.env) {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  const isEnglish = /^en/i.test(locale) || (locale === '' && /^en/i.test(systemLocale()))
  return isEnglish ? sentences.en : sentences.fr
}

/** Only Windows says a language without those variables; elsewhere an empty locale says nothing. */
function systemLocale(): string {
  return process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''
}
