/** Public reasons of a refusal (domain reference §2.6). Disagreement or poor spelling are never among them. */
export const refusalReasons = [
  'not-municipal-competence',
  'operating-cost',
  'running-cost-too-high',
  'over-cap',
  'no-land',
  'already-planned',
  'not-general-interest',
  'commercial',
  'technical',
  'regulation',
  'safety',
  'too-late',
  'imprecise',
  'study-only',
  'duplicate',
  'outside-territory',
  'neutrality',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
