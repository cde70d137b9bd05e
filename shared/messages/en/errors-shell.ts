/** Refusals of the window's shell: printing, and handing files to the system. */
export const errorsShell = {
  'pdf-printer-missing':
    'No printing engine was found on this computer. No file was written. Install Chromium, Chrome or Edge, then try again.',
  'file-to-open-missing':
    'The file {{path}} is no longer there. It may have been moved or deleted; produce it again.',
  'file-kind-not-opened':
    'Parvis does not open this kind of file ({{path}}). Open it from the file manager if you know where it comes from.',
  'file-not-opened':
    'The computer could not open {{path}} ({{reason}}). The file is intact; open it from the file manager.',
} as const
