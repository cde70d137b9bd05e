/** What a passage would give away. */
export const personalKinds = [
  'phone',
  'email',
  'postal-address',
  'iban',
  'social-security-number',
  'licence-plate',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** Words of a text that reach, pay or identify somebody, exactly as they are written. */
export interface PersonalPassage {
  readonly kind: PersonalKind
  readonly passage: string
  /** Where it begins, in UTF-16 units. */
  readonly at: number
}
