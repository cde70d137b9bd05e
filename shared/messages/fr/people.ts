export const people = { title: 'Agents' } as const
