/** Width and height of a picture as it is shown, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Headers lie in the first quarter of a mebibyte, even behind a thumbnail and a colour profile. */
const headerCharacters = 4 * 87_400

/**
 * Size of a JPEG, PNG, GIF or WebP data URL, read from its header and turned as its Exif orientation says.
 * Undefined for other formats and for headers that cannot be read.
 */
export function pictureSize(dataUrl: string): PictureSize | undefined {
  const comma = dataUrl.indexOf(',')
  const bytes = Buffer.from(dataUrl.slice(comma + 1, comma + 1 + headerCharacters), 'base64')
  try {
    return sizeOf(bytes)
  } catch (error) {
    // A header cut short reads beyond the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sizeOf(bytes: Buffer): PictureSize | undefined {
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes)
  const signature = bytes.toString('latin1', 0, 4)
  if (signature === '\u0089PNG') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (signature === 'GIF8') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  if (signature === 'RIFF') return webpSize(bytes)
  return undefined
}

function webpSize(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}

function jpegSize(bytes: Buffer): PictureSize | undefined {
  let isTurned = false
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 8) === 'Exif') {
      isTurned = exifOrientation(bytes.subarray(at + 10, at + 2 + length)) >= 5
    }
    // Start of frame, whatever the coding; 0xc4, 0xc8 and 0xcc are tables that share the range.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const height = bytes.readUInt16BE(at + 5)
      const width = bytes.readUInt16BE(at + 7)
      return isTurned ? { width: height, height: width } : { width, height }
    }
    at += 2 + length
  }
  return undefined
}

/** Orientation tag (1 to 8) of a TIFF block; 1 when it has none. From 5 on, width and height change places. */
function exifOrientation(tiff: Buffer): number {
  if (tiff.length < 8) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = short(directory)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return 1
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}
