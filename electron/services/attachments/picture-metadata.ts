/** Segments and chunks in which cameras and programs write who, when and where, by the format of the picture. */
const pngChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt'])
const webpChunks = new Set(['EXIF', 'XMP '])

/** Whether a JPEG, PNG or WebP file carries more than its picture: Exif with the place, XMP, captions, a thumbnail. */
export function carriesMetadata(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegCarries(bytes)
  if (bytes.toString('latin1', 1, 4) === 'PNG')
    return chunkNames(bytes, 8, (at) => [bytes.readUInt32BE(at) + 12, at + 4]).some((name) =>
      pngChunks.has(name),
    )
  return chunkNames(bytes, 12, (at) => {
    const length = bytes.readUInt32LE(at + 4)
    return [length + (length % 2) + 8, at]
  }).some((name) => webpChunks.has(name))
}

/** Application segments 1 (Exif, XMP) and 13 (captions), and comments, before the picture itself begins. */
function jpegCarries(bytes: Buffer): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return false
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe) return true
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

function chunkNames(
  bytes: Buffer,
  from: number,
  read: (at: number) => readonly [size: number, nameAt: number],
): readonly string[] {
  const names: string[] = []
  for (let at = from; at + 8 <= bytes.length; ) {
    const [size, nameAt] = read(at)
    names.push(bytes.toString('latin1', nameAt, nameAt + 4))
    at += size
  }
  return names
}
