/** What proposers are most often asked to complete (domain reference §2.4: R3, R5, R7, R10, R14). */
export const completionPoints = [
  'place',
  'content',
  'need',
  'land',
  'cost',
  'upkeep',
  'picture',
  'contact',
  'adult',
] as const
export type CompletionPoint = (typeof completionPoints)[number]
