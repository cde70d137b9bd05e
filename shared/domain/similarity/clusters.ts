/** Two ends that belong together. */
export interface Link {
  readonly a: string
  readonly b: string
}

/**
 * Everything that holds together through links, directly or through others, each group of two or more in the order in
 * which its members are first named (union-find with path halving; Tarjan 1975).
 */
export function clustersOf(links: Iterable<Link>): readonly (readonly string[])[] {
  const parents = new Map<string, string>()
  const rootOf = (member: string): string => {
    let here = member
    for (;;) {
      const parent = parents.get(here)
      if (parent === undefined || parent === here) return here
      const above = parents.get(parent) ?? parent
      parents.set(here, above)
      here = above
    }
  }
  for (const { a, b } of links) {
    if (!parents.has(a)) parents.set(a, a)
    if (!parents.has(b)) parents.set(b, b)
    parents.set(rootOf(b), rootOf(a))
  }
  return [...Map.groupBy(parents.keys(), rootOf).values()].filter((members) => members.length > 1)
}
