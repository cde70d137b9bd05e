/** Why words are masked, the usual one first. Each has its words under `redactions.reasons`. */
export const maskReasons = ['personal', 'insult', 'minor', 'other'] as const
