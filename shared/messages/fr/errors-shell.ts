/** Refusals of the window's shell: printing, and handing files to the system. */
export const errorsShell = {
  'pdf-printer-missing':
    'Aucun moteur d’impression n’a été trouvé sur cet ordinateur. Aucun fichier n’a été écrit. Installez Chromium, Chrome ou Edge, puis réessayez.',
  'file-to-open-missing':
    'Le fichier {{path}} n’existe plus à cet endroit. Il a pu être déplacé ou supprimé ; produisez-le de nouveau.',
  'file-kind-not-opened':
    'Parvis n’ouvre pas ce type de fichier ({{path}}). Ouvrez-le depuis le gestionnaire de fichiers si vous en connaissez l’origine.',
  'file-not-opened':
    'L’ordinateur n’a pas pu ouvrir {{path}} ({{reason}}). Le fichier est intact ; ouvrez-le depuis le gestionnaire de fichiers.',
} as const
