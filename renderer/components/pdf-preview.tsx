import { ActionIcon, Loader, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PdfPage } from './pdf-page.tsx'
import classes from './pdf-preview.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const realSize = 2
// PDF points are 1/72 inch, CSS px 1/96: at 100 % a sheet has its real size.
const pixelsPerPoint = 96 / 72

/** The largest zoom, up to the real size, at which a page of this width (in points) is seen whole. */
function fittingZoom(pane: HTMLElement | null, width: number): number {
  const room = (pane?.clientWidth ?? Number.POSITIVE_INFINITY) - 32
  const fitting = zooms.findLastIndex(
    (zoom, index) => index <= realSize && zoom * width * pixelsPerPoint <= room,
  )
  return Math.max(0, fitting)
}

interface OpenedPdf {
  readonly document: PDFDocumentProxy
  readonly width: number
  readonly height: number
}

interface PdfPreviewProps {
  /** The file. The preview keeps its own copy: the reading thread takes the bytes away. */
  readonly bytes: Uint8Array
  readonly label: string
}

/** Pages of a PDF as they will be printed, with zoom and page x of y. */
export function PdfPreview({ bytes, label }: PdfPreviewProps) {
  const { t } = useTranslation()
  const [pdf, setPdf] = useState<OpenedPdf>()
  const [page, setPage] = useState(1)
  const [chosenZoom, setZoom] = useState<number>()
  const zoom = chosenZoom ?? realSize
  const pages = useRef<HTMLElement>(null)

  useEffect(() => {
    const task = getDocument({ data: bytes.slice(), useWasm: false })
    let stopped = false
    const open = async (): Promise<void> => {
      const document = await task.promise
      const first = await document.getPage(1)
      const { width, height } = first.getViewport({ scale: 1 })
      if (stopped) return
      setPdf({ document, width, height })
      setZoom((before) => before ?? fittingZoom(pages.current, width))
    }
    open().catch((error: unknown) => {
      if (!stopped) throw error
    })
    return () => {
      stopped = true
      void task.destroy()
    }
  }, [bytes])

  const goTo = (number: number): void =>
    pages.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' })
  const count = pdf?.document.numPages ?? 0
  const scale = (zooms[zoom] ?? 1) * pixelsPerPoint
  return (
    <div className={classes.preview}>
      <div className={classes.bar} role="toolbar" aria-label={label}>
        <ActionIcon aria-label={t('common.previousPage')} disabled={page <= 1} onClick={() => goTo(page - 1)}>
          <IconChevronUp size={18} />
        </ActionIcon>
        <ActionIcon aria-label={t('common.nextPage')} disabled={page >= count} onClick={() => goTo(page + 1)}>
          <IconChevronDown size={18} />
        </ActionIcon>
        <Text size="sm" role="status">
          {count > 0 ? t('common.pageOf', { page, pages: count }) : t('common.loading')}
        </Text>
        <ActionIcon
          ml="auto"
          aria-label={t('common.zoomOut')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <IconZoomOut size={18} />
        </ActionIcon>
        <Text size="sm">{Math.round((zooms[zoom] ?? 1) * 100)} %</Text>
        <ActionIcon
          aria-label={t('common.zoomIn')}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconZoomIn size={18} />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={pages} className={classes.pages} tabIndex={0} aria-label={label}>
        {pdf === undefined ? (
          <Loader role="img" aria-label={t('common.loading')} />
        ) : (
          Array.from({ length: count }, (_, index) => index + 1).map((number) => (
            <PdfPage
              key={`${pdf.document.fingerprints[0]} ${number}`}
              document={pdf.document}
              number={number}
              scale={scale}
              width={pdf.width}
              height={pdf.height}
              onVisible={setPage}
            />
          ))
        )}
      </section>
    </div>
  )
}
