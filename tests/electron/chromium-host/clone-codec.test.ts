import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CloneCodec, createCloneCodec } from '../../../electron/chromium-host/clone-codec.ts'

const codec = createCloneCodec()
const carried = (value: unknown): unknown => codec.decode(codec.encode(value))

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '$', '__proto__', ''),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
  fc.bigUint64Array(),
  fc.constantFrom(/a+/giu, new Error('refused'), new RangeError('too far')),
)
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'v', '7')), tie('value'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => new Set(items)),
  ),
}))

describe('the codec between page and Node', () => {
  it('carries what a structured clone carries', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(carried(value)).toStrictEqual(structuredClone(value))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps shared and circular references', () => {
    const shared = { day: new Date(0) }
    const circle: Record<string, unknown> = { shared, list: [shared], map: new Map([[shared, shared]]) }
    circle.self = circle
    const copy = carried(circle) as typeof circle & { list: unknown[]; map: Map<unknown, unknown> }
    expect(copy.self).toBe(copy)
    expect(copy.list[0]).toBe(copy.shared)
    expect(copy.map.get(copy.shared)).toBe(copy.shared)
  })

  it('keeps the holes of a list', () => {
    const sparse = [1]
    sparse[3] = 2
    const copy = carried(sparse) as number[]
    expect([copy.length, 1 in copy, 3 in copy]).toEqual([4, false, true])
  })

  it('changes no prototype', () => {
    const copy = carried(JSON.parse('{"__proto__": {"isAdministrator": true}}')) as Record<string, unknown>
    expect(copy.isAdministrator).toBeUndefined()
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  })

  it.each([() => 1, Symbol('x'), Promise.resolve(), new WeakMap()])('refuses %s', (value) => {
    expect(() => codec.encode({ value })).toThrow(expect.objectContaining({ name: 'DataCloneError' }))
  })

  it('stays whole when sent as source text', () => {
    const scope = { btoa, atob, DOMException }
    const there = runInNewContext(`(${createCloneCodec.toString()})()`, scope) as CloneCodec
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(codec.decode(there.encode(there.decode(codec.encode(value))))).toEqual(value)
      }),
      { numRuns: 50 },
    )
  })

  it('carries a file of many megabytes', () => {
    const bytes = new Uint8Array(12_000_000).fill(200)
    expect(Buffer.compare(carried(bytes) as Uint8Array, bytes)).toBe(0)
  })
})
