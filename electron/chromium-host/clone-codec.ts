/** Writes structured-clone data as text, and reads it back. */
export interface CloneCodec {
  /** Throws a `DataCloneError` for what no structured clone carries (functions, symbols). */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Makes the codec that carries IPC between the page and Node. Plain JSON stays JSON; everything else is an object
 * whose key `$` names its kind. The function is also sent to the page as source text: it uses nothing from outside.
 */
export function createCloneCodec(): CloneCodec {
  type Tagged = { readonly $: string; readonly v?: unknown; readonly k?: string }
  const plainNumbers = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0)

  // Native where it is: Buffer in Node, methods of the array in a new Chromium.
  const native = typeof Buffer === 'undefined' ? undefined : Buffer

  function toBase64(bytes: Uint8Array & { toBase64?(): string }): string {
    if (native !== undefined)
      return native.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
    if (bytes.toBase64 !== undefined) return bytes.toBase64()
    let binary = ''
    for (let start = 0; start < bytes.length; start += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
    }
    return btoa(binary)
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    if (native !== undefined) return new Uint8Array(native.from(text, 'base64'))
    const arrays: typeof Uint8Array & { fromBase64?(text: string): Uint8Array<ArrayBuffer> } = Uint8Array
    if (arrays.fromBase64 !== undefined) return arrays.fromBase64(text)
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
    return bytes
  }

  function encode(root: unknown): string {
    const seen = new Map<object, number>()

    function write(value: unknown): unknown {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value
        case 'undefined':
          return { $: 'undefined' }
        case 'bigint':
          return { $: 'bigint', v: String(value) }
        case 'number':
          return plainNumbers(value) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
        case 'object':
          return value === null ? null : writeObject(value)
        default:
          throw new DOMException(`A ${typeof value} could not be cloned.`, 'DataCloneError')
      }
    }

    function writeObject(value: object): unknown {
      const known = seen.get(value)
      if (known !== undefined) return { $: 'again', v: known }
      seen.set(value, seen.size)
      if (Array.isArray(value)) return writeArray(value)
      if (value instanceof Date) return { $: 'date', v: write(value.getTime()) }
      if (value instanceof RegExp) return { $: 'regexp', v: value.source, k: value.flags }
      if (value instanceof Map)
        return { $: 'map', v: [...value].map(([key, item]) => [write(key), write(item)]) }
      if (value instanceof Set) return { $: 'set', v: [...value].map(write) }
      if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
      if (ArrayBuffer.isView(value)) {
        const kind = Object.prototype.toString.call(value).slice(8, -1)
        return {
          $: 'view',
          k: kind,
          v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        }
      }
      if (value instanceof Error) {
        return { $: 'error', k: value.name, v: [value.message, write(value.stack)] }
      }
      if (typeof Promise !== 'undefined' && (value instanceof Promise || value instanceof WeakMap)) {
        throw new DOMException('The object could not be cloned.', 'DataCloneError')
      }
      return writeRecord(value)
    }

    function writeArray(value: readonly unknown[]): unknown {
      const written: unknown[] = []
      for (let index = 0; index < value.length; index += 1) {
        written.push(index in value ? write(value[index]) : { $: 'hole' })
      }
      return written
    }

    function writeRecord(value: object): unknown {
      const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, write(item)])
      const mayLookTagged = entries.some(([key]) => key === '$' || key === '__proto__')
      return mayLookTagged ? { $: 'record', v: entries } : Object.fromEntries(entries)
    }

    return JSON.stringify(write(root))
  }

  function decode(text: string): unknown {
    const seen: unknown[] = []

    function read(value: unknown): unknown {
      if (typeof value !== 'object' || value === null) return value
      if (Array.isArray(value)) return readArray(value)
      if ('$' in value) return readTagged(value as Tagged)
      return readRecord(Object.entries(value))
    }

    function readArray(value: readonly unknown[]): unknown {
      const list: unknown[] = []
      seen.push(list)
      list.length = value.length
      for (const [index, item] of value.entries()) {
        const isHole = typeof item === 'object' && item !== null && (item as Partial<Tagged>).$ === 'hole'
        if (!isHole) list[index] = read(item)
      }
      return list
    }

    function readRecord(entries: Iterable<readonly [string, unknown]>): unknown {
      const record: Record<string, unknown> = {}
      seen.push(record)
      for (const [key, item] of entries) {
        const made = read(item)
        Object.defineProperty(record, key, {
          value: made,
          writable: true,
          enumerable: true,
          configurable: true,
        })
      }
      return record
    }

    function readTagged(tagged: Tagged): unknown {
      const list = Array.isArray(tagged.v) ? tagged.v : []
      const keep = <T>(value: T): T => {
        seen.push(value)
        return value
      }
      switch (tagged.$) {
        case 'undefined':
          return undefined
        case 'bigint':
          return BigInt(String(tagged.v))
        case 'number':
          return Number(tagged.v)
        case 'again':
          return seen[Number(tagged.v)]
        case 'date':
          return keep(new Date(Number(read(tagged.v))))
        case 'regexp':
          return keep(new RegExp(String(tagged.v), tagged.k))
        case 'record':
          return readRecord(list)
        case 'map': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, item] of list) {
            const readKey = read(key)
            map.set(readKey, read(item))
          }
          return map
        }
        case 'set': {
          const set = keep(new Set<unknown>())
          for (const item of list) set.add(read(item))
          return set
        }
        case 'buffer':
          return keep(fromBase64(String(tagged.v)).buffer)
        case 'view':
          return keep(readView(String(tagged.k), fromBase64(String(tagged.v)).buffer))
        case 'error':
          return keep(readError(String(tagged.k), list))
        default:
          throw new DOMException(`Unknown kind ${tagged.$}.`, 'DataCloneError')
      }
    }

    function readError(name: string, [message, stack]: readonly unknown[]): Error {
      const kinds: readonly (new (message: string) => Error)[] = [
        EvalError,
        RangeError,
        ReferenceError,
        SyntaxError,
        TypeError,
        URIError,
      ]
      const Kind = kinds.find((kind) => kind.name === name) ?? Error
      const error = new Kind(String(message))
      Object.defineProperty(error, 'stack', { value: read(stack), writable: true, configurable: true })
      return error
    }

    function readView(kind: string, buffer: ArrayBuffer): unknown {
      const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
        Int8Array,
        Uint8Array,
        Uint8ClampedArray,
        Int16Array,
        Uint16Array,
        Int32Array,
        Uint32Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        BigUint64Array,
        DataView,
      }
      const View = Object.hasOwn(views, kind) ? views[kind] : undefined
      if (View === undefined) throw new DOMException(`Unknown view ${kind}.`, 'DataCloneError')
      return new View(buffer)
    }

    return read(JSON.parse(text))
  }

  return { encode, decode }
}
