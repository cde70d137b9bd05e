import { errorsDossiers } from './errors-dossiers.ts'
import { errorsExports } from './errors-exports.ts'
import { errorsImports } from './errors-imports.ts'
import { errorsLetters } from './errors-letters.ts'
import { errorsMap } from './errors-map.ts'
import { errorsPaper } from './errors-paper.ts'
import { errorsShell } from './errors-shell.ts'
import { errorsStudies } from './errors-studies.ts'
import { errorsSubmissions } from './errors-submissions.ts'
import { errorsTeam } from './errors-team.ts'
/** One sentence per refusal: what happened, what was kept, what to do. Keyed by the error's code. */
export const errors = {
  ...errorsSubmissions,
  ...errorsExports,
  ...errorsDossiers,
  ...errorsImports,
  ...errorsPaper,
  ...errorsMap,
  ...errorsShell,
  ...errorsStudies,
  ...errorsTeam,
  ...errorsLetters,
  internal:
    'Une erreur inattendue s’est produite (incident {{incidentId}}). Rien n’a été modifié. Réessayez ; si elle revient, transmettez ce numéro à votre service informatique.',
  'input-invalid': 'La demande n’a pas la forme attendue ({{path}}). Rien n’a été modifié.',
  'method-unknown': 'Cette action n’existe pas dans cette version de Parvis.',
  'dossier-not-open': 'Aucun dossier n’est ouvert. Ouvrez ou créez un dossier.',
  'dossier-read-only':
    'Ce dossier est ouvert en lecture seule. Rien n’a été modifié. Enregistrez une copie pour travailler dessus.',
  'sign-in-required': 'Choisissez d’abord votre profil.',
  'permission-missing':
    'Votre profil ne permet pas de {{permission}}. Rien n’a été modifié. Adressez-vous à un agent ayant l’un de ces rôles : {{roles}}.',
  cancelled: 'L’opération a été annulée. Rien n’a été modifié.',
  'not-found': 'Cet élément n’existe plus dans le dossier.',
  'changed-meanwhile':
    'Cet élément a été modifié entre-temps. Votre saisie n’a pas été enregistrée ; elle reste affichée. Rechargez pour voir la version actuelle.',
} as const
