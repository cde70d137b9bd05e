/** The three kinds of démarche. */
export const processKinds = ['participatory-budget', 'consultation', 'survey'] as const
export type ProcessKind = (typeof processKinds)[number]

/** Phases of a participatory budget, in their order. */
export const phaseKinds = ['submission', 'admissibility', 'study', 'vote', 'results', 'delivery'] as const
export type PhaseKind = (typeof phaseKinds)[number]
