import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './pdf-preview.module.css'

interface PdfPageProps {
  readonly document: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  /** CSS px per PDF point. */
  readonly scale: number
  /** Size to keep while the page is not drawn, in PDF points. */
  readonly width: number
  readonly height: number
  onVisible(number: number): void
}

/** One page, drawn when it comes near the screen: a canvas to look at, a text layer to select and to hear. */
export function PdfPage({ document: pdf, number, scale, width, height, onVisible }: PdfPageProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)

  useEffect(() => {
    if (box.current === null) return
    const nearby = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: '800px',
    })
    const centre = new IntersectionObserver(([entry]) => entry?.isIntersecting && onVisible(number), {
      rootMargin: '-45% 0px -45% 0px',
    })
    nearby.observe(box.current)
    centre.observe(box.current)
    return () => {
      nearby.disconnect()
      centre.disconnect()
    }
  }, [number, onVisible])

  useEffect(() => {
    if (!near) return
    let stopped = false
    let stop = (): void => undefined
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      if (stopped || canvas.current === null || text.current === null) return
      const viewport = page.getViewport({ scale })
      const sharp = page.getViewport({ scale: scale * devicePixelRatio })
      canvas.current.width = Math.floor(sharp.width)
      canvas.current.height = Math.floor(sharp.height)
      const drawing = page.render({ canvas: canvas.current, viewport: sharp })
      stop = () => drawing.cancel()
      await drawing.promise
      text.current.replaceChildren()
      const layer = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: text.current,
        viewport,
      })
      stop = () => layer.cancel()
      await layer.render()
    }
    draw().catch((error: unknown) => {
      // A page that scrolls away while it is drawn is dropped on purpose.
      if (!stopped) throw error
    })
    return () => {
      stopped = true
      stop()
    }
  }, [near, pdf, number, scale])

  const style = {
    width: width * scale,
    height: height * scale,
    '--total-scale-factor': scale,
  } as CSSProperties
  return (
    <section
      ref={box}
      className={classes.page}
      style={style}
      data-page={number}
      aria-label={t('common.pageOf', { page: number, pages: pdf.numPages })}
    >
      {near && <canvas ref={canvas} aria-hidden />}
      <div ref={text} className={classes.text} />
    </section>
  )
}
