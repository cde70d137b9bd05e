/** Where paper proposals are collected. */
export const eventKinds = ['launch', 'workshop', 'market', 'desk', 'other'] as const
export type EventKind = (typeof eventKinds)[number]
