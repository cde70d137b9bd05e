/** Refusals of the exports. Joined to `errors`. */
export const errorsExports = {
  'file-busy':
    'The file “{{file}}” is open in another program or write-protected. The previous version is untouched. Close it and try again, or choose another name.',
  'disk-full':
    'There is not enough room left to save “{{file}}” in {{folder}}. The previous version is untouched. Free some room or choose another place.',
  'folder-missing':
    'The folder {{folder}} does not exist or is no longer reachable. Nothing was saved. Choose another place.',
  'place-read-only':
    'The place {{folder}} cannot be written to. Nothing was saved. Choose another place or ask for the right to write there.',
  'target-is-folder': '{{path}} is a folder, not a file. Nothing was saved. Choose another name.',
  'decidim-answer-invalid':
    'The file of answers was not written: the platform would refuse it as a whole. To correct: refusals without reasons: {{emptyAnswers}}; states unknown to the platform: {{unknownStates}}; wrong or repeated platform ids: {{invalidIds}}; mixed components: {{components}}.',
  'decidim-answer-too-long_one':
    'The file of answers was not written: {{count}} answer is longer than an Excel cell can hold (32,767 characters). Choose the CSV format.',
  'decidim-answer-too-long_other':
    'The file of answers was not written: {{count}} answers are longer than an Excel cell can hold (32,767 characters). Choose the CSV format.',
} as const
