/** Supports of one proposal: how many, and the people among them who are known. */
export interface ProposalSupports {
  /** As the platform or the paper lists count them. */
  readonly count: number
  /** One value per known person; the same person has the same value on every proposal. */
  readonly known: ReadonlySet<string>
}

/** How many people support a family. Equal where everybody is known. */
export interface UnitedSupports {
  readonly atLeast: number
  readonly atMost: number
}

/**
 * How many people support at least one proposal of a family: each known person once, wherever they signed (domain
 * reference §2.6: united per person, never added). People who are not known may be the ones of another proposal, or
 * not: at least, everybody hides among the known ones and the largest proposal; at most, no two are the same.
 */
export function uniteSupports(proposals: readonly ProposalSupports[]): UnitedSupports {
  const known = new Set(proposals.flatMap((proposal) => [...proposal.known]))
  // A list may hold more people than the platform counted: signatures on paper.
  const counts = proposals.map((proposal) => Math.max(proposal.count, proposal.known.size))
  const unknown = proposals.map((proposal, index) => (counts[index] ?? 0) - proposal.known.size)
  return {
    atLeast: Math.max(known.size, 0, ...counts),
    atMost: known.size + unknown.reduce((sum, count) => sum + count, 0),
  }
}
