/** What the order of the ballot looks at. */
export interface BallotEntry {
  /** Place of the district in the démarche; null without one, which comes last. */
  readonly districtPosition: number | null
  readonly number: number
}

/** Order of the ballot: by district, then by project number, never by supports (domain reference §2.6). */
export function compareForBallot(left: BallotEntry, right: BallotEntry): number {
  const place = (entry: BallotEntry): number => entry.districtPosition ?? Number.MAX_SAFE_INTEGER
  return place(left) - place(right) || left.number - right.number
}
