/** Time during which a person is away, and who stands in. Local days, both included. */
export interface AbsencePeriod {
  readonly personId: string
  readonly fromOn: string
  readonly untilOn: string
  readonly standInId: string | null
}

/** The absence that covers a local day, if any. */
export function absenceOn<A extends AbsencePeriod>(
  absences: readonly A[],
  personId: string,
  on: string,
): A | undefined {
  return absences.find(
    (absence) => absence.personId === personId && absence.fromOn <= on && on <= absence.untilOn,
  )
}

/** Who does the work of a person on a day: themselves, or the first of the chain of stand-ins who is there. Null: nobody. */
export function holderOn(absences: readonly AbsencePeriod[], personId: string, on: string): string | null {
  const seen = new Set<string>()
  let holder: string | null = personId
  while (holder !== null && !seen.has(holder)) {
    seen.add(holder)
    const absence: AbsencePeriod | undefined = absenceOn(absences, holder, on)
    if (absence === undefined) return holder
    holder = absence.standInId
  }
  return null
}

/** The people whose work is this person's on a day: their own, and that of those for whom they stand in. */
export function heldBy(absences: readonly AbsencePeriod[], personId: string, on: string): readonly string[] {
  const others = new Set(absences.map((absence) => absence.personId))
  others.delete(personId)
  return [personId, ...[...others].filter((other) => holderOn(absences, other, on) === personId)]
}

/** Whether two absences of one person share a day. */
export function overlaps(
  left: Pick<AbsencePeriod, 'fromOn' | 'untilOn'>,
  right: Pick<AbsencePeriod, 'fromOn' | 'untilOn'>,
): boolean {
  return left.fromOn <= right.untilOn && right.fromOn <= left.untilOn
}
