/** Features whose pages show letters. */
export const letterTopics = ['letters', 'submissions', 'reports', 'journal', 'dossiers'] as const
