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
/** One sentence per refusal, in English. */
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
    'Something unexpected happened (incident {{incidentId}}). Nothing was changed. Try again; if it comes back, give this number to your IT service.',
  'input-invalid': 'The request does not have the expected form ({{path}}). Nothing was changed.',
  'method-unknown': 'This action does not exist in this version of Parvis.',
  'dossier-not-open': 'No dossier is open. Open or create one.',
  'dossier-read-only': 'This dossier is open read-only. Nothing was changed. Save a copy to work on it.',
  'sign-in-required': 'Choose your profile first.',
  'permission-missing':
    'Your profile may not {{permission}}. Nothing was changed. Ask somebody with one of these roles: {{roles}}.',
  cancelled: 'The operation was cancelled. Nothing was changed.',
  'not-found': 'This item is no longer in the dossier.',
  'changed-meanwhile':
    'This item was changed meanwhile. Your input was not saved; it is still shown. Reload to see the current version.',
} as const
