/** What became of a numbered form that holds no proposal. */
export const setAsideStates = ['not-returned', 'blank', 'cancelled'] as const
export type SetAsideState = (typeof setAsideStates)[number]

export const formStates = ['entered', ...setAsideStates] as const
export type FormState = (typeof formStates)[number]

/** Where a batch of numbered forms stands. `entered` + the set-aside ones + `missing` is always `printed`. */
export interface ControlTotals {
  readonly printed: number
  readonly entered: number
  readonly notReturned: number
  readonly blank: number
  readonly cancelled: number
  readonly missing: number
}

/** Numbers from 1 to `printed` of which nothing is known, in order. */
export function missingNumbers(printed: number, known: Iterable<number>): readonly number[] {
  const accounted = new Set(known)
  return Array.from({ length: printed }, (_, index) => index + 1).filter((number) => !accounted.has(number))
}

/** Counts forms by what became of them; numbers beyond the printed ones are not part of the batch. */
export function controlTotals(
  printed: number,
  forms: readonly { readonly number: number; readonly state: FormState }[],
): ControlTotals {
  const inside = forms.filter(({ number }) => number >= 1 && number <= printed)
  const count = (state: FormState): number => inside.filter((form) => form.state === state).length
  return {
    printed,
    entered: count('entered'),
    notReturned: count('not-returned'),
    blank: count('blank'),
    cancelled: count('cancelled'),
    missing: missingNumbers(
      printed,
      inside.map(({ number }) => number),
    ).length,
  }
}

/** Numbers as runs, for people: `[3, 7, 8, 9]` gives `[[3, 3], [7, 9]]`. Takes them in any order. */
export function numberRuns(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}

/** Runs as one writes them: `3, 7–9`. */
export function writeRuns(numbers: readonly number[]): string {
  return numberRuns(numbers)
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))
    .join(', ')
}

/** Reads `3, 7-9` back; undefined when a piece of it is no number or no run. */
export function readRuns(typed: string): readonly number[] | undefined {
  const numbers: number[] = []
  for (const piece of typed.split(/[,;]/).map((text) => text.trim())) {
    if (piece === '') continue
    const [, first, last = first] = /^(\d{1,4})(?:\s*[-–à]\s*(\d{1,4}))?$/.exec(piece) ?? []
    if (first === undefined || Number(last) < Number(first)) return undefined
    for (let number = Number(first); number <= Number(last); number++) numbers.push(number)
  }
  return [...new Set(numbers)].sort((left, right) => left - right)
}
