/** Refusals of the dossier's file, of people and of settings. */
export const errorsDossiers = {
  'dossier-missing': 'The file “{{file}}” was not found. It may have been moved or renamed.',
  'dossier-not-a-dossier': 'The file “{{file}}” is not a Parvis dossier. It was not changed.',
  'dossier-damaged':
    'The dossier “{{file}}” is damaged: Parvis did not open it and did not change it. Restore a backup from the folder “sauvegardes” beside it.',
  'dossier-open-elsewhere':
    'This dossier is already open, in another window or on another computer. Close it there, or open it read-only.',
  'dossier-newer':
    'The dossier “{{file}}” comes from a newer Parvis. It was not changed: update Parvis to open it.',
  'dossier-needs-migration':
    'The dossier “{{file}}” comes from an older version and is read-only: copy it to a place where you may write, then open the copy.',
  'file-exists': 'A file “{{file}}” already exists there. It was not changed: choose another name.',
  'copy-onto-itself': 'A copy cannot replace the open dossier “{{file}}”. Choose another name.',
  'backup-failed':
    'The backup “{{file}}” could not be verified: it was deleted and the dossier was not changed.',
  'copy-holds-sealed':
    'A copy would also hold the originals under seal, which your profile may not read. Nothing was written: ask the moderation for the copy.',
  'backup-unknown': 'The backup “{{file}}” does not belong to this dossier. Nothing was changed.',
  'passphrase-wrong': 'That is not the passphrase.',
  'person-inactive': 'The profile of {{name}} is switched off. Ask an administrator of the dossier.',
  'last-administrator': 'The dossier must keep an active administrator. Nothing was changed.',
  'phase-ends-before-it-opens': 'A phase ends before it begins. Nothing was changed: correct its dates.',
  'theme-in-use': 'The theme “{{name}}” is in use: it cannot be deleted. Nothing was changed.',
  'district-in-use': 'The district “{{name}}” is in use: it cannot be deleted. Nothing was changed.',
  'person-unknown': 'Nobody in this dossier is called “{{name}}”. Profiles: {{known}}.',
  'passphrase-needed':
    'This dossier asks for a profile: name it with --as-person, and give its passphrase in the variable PARVIS_PASSPHRASE.',
  'process-not-chosen':
    'This dossier holds several processes: choose one with --process. Processes: {{titles}}.',
  'process-unknown': 'No process is called “{{process}}”. Processes: {{titles}}.',
  'mapping-unreadable':
    'The mapping file “{{file}}” cannot be read: it must be a JSON object {"columns": {"header": "field"}}. Fields: {{fields}}. Nothing was changed.',
} as const
