/** Kinds of meeting of a démarche (domain reference §1.1, Saint-Jean-de-Braye's launch evening and workshops). */
export const meetingKinds = [
  'launch',
  'public-meeting',
  'workshop',
  'drop-in',
  'stand',
  'walk',
  'other',
] as const
export type MeetingKind = (typeof meetingKinds)[number]
