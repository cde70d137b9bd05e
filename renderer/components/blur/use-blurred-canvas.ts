import { type RefObject, useEffect, useRef, useState } from 'react'
import { blurPixels, insidePicture, type Rectangle } from '../../../shared/domain/pictures/blur.ts'

/** A picture as the dossier holds it. */
interface StoredPicture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface BlurredCanvas {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** In pixels, once the picture has been read; `undefined` before. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  /** The file cannot be read as a picture. */
  readonly broken: boolean
  /** The whole picture with its blurred parts, coded anew: nothing of the file but its colours is in it. */
  encode(): Promise<Uint8Array<ArrayBuffer>>
}

/** Photographs keep their look and a reasonable weight. */
const quality = 0.92

/**
 * A canvas that shows a picture in its full size with the rectangles blurred. What is drawn is what will be saved:
 * the pixels under the rectangles are computed away, not covered.
 */
export function useBlurredCanvas(
  picture: StoredPicture | undefined,
  rectangles: readonly Rectangle[],
): BlurredCanvas {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [original, setOriginal] = useState<ImageData>()
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    if (picture === undefined) return
    let gone = false
    createImageBitmap(new Blob([picture.bytes.slice()], { type: picture.mediaType }))
      .then((bitmap) => {
        if (gone) return
        const { width, height } = bitmap
        const drawing = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
        if (drawing === null) throw new Error('No canvas')
        drawing.drawImage(bitmap, 0, 0)
        bitmap.close()
        setOriginal(drawing.getImageData(0, 0, width, height))
      })
      .catch(() => setBroken(true))
    return () => {
      gone = true
    }
  }, [picture])
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d', { willReadFrequently: true })
    if (original === undefined || drawing == null) return
    drawing.putImageData(original, 0, 0)
    for (const rectangle of rectangles) {
      const inside = insidePicture(rectangle, original)
      if (inside === undefined) continue
      const { x, y, width, height } = inside
      const part = drawing.getImageData(x, y, width, height)
      blurPixels(part, [{ x: 0, y: 0, width, height }])
      drawing.putImageData(part, x, y)
    }
  }, [original, rectangles])
  return {
    canvas,
    size: original === undefined ? undefined : { width: original.width, height: original.height },
    broken,
    async encode() {
      const blob = await new Promise<Blob | null>((resolve) =>
        canvas.current === null ? resolve(null) : canvas.current.toBlob(resolve, picture?.mediaType, quality),
      )
      if (blob === null) throw new Error('The picture could not be coded')
      return new Uint8Array(await blob.arrayBuffer())
    },
  }
}
