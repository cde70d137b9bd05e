export const people = { title: 'Staff' } as const
