/** Bytes of one UUID. */
const idBytes = 16

/** Packs UUIDs into 16 bytes each, so that a hundred thousand cross a process border at once. */
export function packIds(ids: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * idBytes)
  ids.forEach((id, index) => {
    const digits = id.replaceAll('-', '')
    for (let byte = 0; byte < idBytes; byte += 1)
      bytes[index * idBytes + byte] = Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16)
  })
  return bytes
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The UUID at an index. */
export function idAt(bytes: Uint8Array, index: number): string {
  let digits = ''
  for (let byte = 0; byte < idBytes; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) digits += '-'
    digits += hex[bytes[index * idBytes + byte] ?? 0] ?? '00'
  }
  return digits
}
