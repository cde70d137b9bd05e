/** Lists of 32-bit numbers end to end in one array: 100,000 small lists without 100,000 objects. */
export interface PackedLists {
  readonly count: number
  /** Keeps a copy of the list and answers its index. */
  add(list: Uint32Array): number
  /** A view of a list: not a copy, and gone stale once another list is added. */
  at(index: number): Uint32Array
  /** All lists in one array; the list `index` lies from `startOf(index)` to before `startOf(index + 1)`. */
  values(): Uint32Array
  startOf(index: number): number
}

/** Starts without a list. */
export function createPackedLists(): PackedLists {
  let values = new Uint32Array(1 << 14)
  let starts = new Uint32Array(1 << 10)
  let count = 0
  const startOf = (index: number): number => starts[index] ?? 0
  return {
    get count() {
      return count
    },
    add(list) {
      const start = startOf(count)
      const end = start + list.length
      if (end > values.length) values = grown(values, end)
      values.set(list, start)
      if (count + 2 > starts.length) starts = grown(starts, count + 2)
      starts[count + 1] = end
      return count++
    },
    at: (index) => values.subarray(startOf(index), startOf(index + 1)),
    values: () => values,
    startOf,
  }
}

/** The same numbers with room for at least `needed`. */
export function grown(values: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, values.length * 2))
  larger.set(values)
  return larger
}
