import { describe, expect, it } from 'vitest'
import { pictureSize } from '../../../../electron/exports/documents/picture-size.ts'

function jpeg(...segments: readonly number[][]): string {
  return `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, ...segments.flat()]).toString('base64')}`
}

const frame = [0xff, 0xc0, 0x00, 0x0b, 8, 0x03, 0xe8, 0x06, 0x40, 1, 1, 0x11, 0]

/** An Exif block that says that the camera was held upright. */
const turned = [
  0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3,
  0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
]

describe('pictureSize', () => {
  it('reads a GIF and a PNG', () => {
    expect(pictureSize('data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==')).toEqual(
      {
        width: 1,
        height: 1,
      },
    )
    const png = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 0, 0, 0, 1, 0,
    ])
    expect(pictureSize(`data:image/png;base64,${png.toString('base64')}`)).toEqual({
      width: 512,
      height: 256,
    })
  })

  it('reads a JPEG, and turns it as its camera was held', () => {
    expect(pictureSize(jpeg(frame))).toEqual({ width: 1600, height: 1000 })
    expect(pictureSize(jpeg(turned, frame))).toEqual({ width: 1000, height: 1600 })
  })

  it('says nothing of a header cut short or of an unknown format', () => {
    expect(pictureSize('data:image/jpeg;base64,/9j/')).toBeUndefined()
    expect(pictureSize('data:image/png;base64,iVBORw0KGgo=')).toBeUndefined()
    expect(pictureSize('data:image/svg+xml;base64,PHN2Zy8+')).toBeUndefined()
    expect(pictureSize('data:image/png;base64,')).toBeUndefined()
  })
})
