export const journal = { title: 'Journal' } as const
