import { describe, expect, it } from 'vitest'
import { carriesMetadata } from '../../../../electron/services/attachments/picture-metadata.ts'
import { pngFile } from '../../../helpers/png-file.ts'

function segment(marker: number, text: string): Buffer {
  const body = Buffer.from(text, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function jpeg(...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xda, 'scan'), Buffer.from('Exif')])
}

function webp(...chunks: readonly string[]): Buffer {
  return Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    ...chunks.map((name) => Buffer.from(`${name}\x03\0\0\0abc\0`, 'latin1')),
  ])
}

describe('what a picture file carries besides its picture', () => {
  it.each([
    ['JPEG with Exif', jpeg(segment(0xe0, 'JFIF'), segment(0xe1, 'Exif\0\0II')), true],
    ['JPEG with a comment', jpeg(segment(0xfe, 'at home')), true],
    ['JPEG of bare pixels', jpeg(segment(0xe0, 'JFIF'), segment(0xdb, 'table')), false],
    ['PNG with a text', pngFile(2, 2, () => 0, 'at home'), true],
    ['PNG of bare pixels', pngFile(2, 2, () => 0), false],
    ['WebP with Exif', webp('VP8X', 'VP8 ', 'EXIF'), true],
    ['WebP of bare pixels', webp('VP8 '), false],
  ])('%s', (_name, file, carries) => {
    expect(carriesMetadata(file)).toBe(carries)
  })
})
