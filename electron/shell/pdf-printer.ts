import { pathToFileURL } from 'node:url'
import { BrowserWindow, session } from 'electron'
import { AppError } from '../../shared/errors/app-error.ts'
import type { PdfPrinter, PdfPrintRequest } from '../ports.ts'

/** Prints HTML files in hidden windows of their own, without scripts and without any other file or network. */
export function createPdfPrinter(): PdfPrinter {
  return {
    async print(request, signal) {
      if (signal.aborted) throw new AppError('cancelled')
      const window = openHiddenWindow(pathToFileURL(request.htmlPath).href)
      const stop = (): void => window.destroy()
      signal.addEventListener('abort', stop)
      try {
        return await loadAndPrint(window, request)
      } catch (error) {
        throw signal.aborted ? new AppError('cancelled', {}, { cause: error }) : error
      } finally {
        signal.removeEventListener('abort', stop)
        window.destroy()
      }
    },
  }
}

async function loadAndPrint(window: BrowserWindow, request: PdfPrintRequest): Promise<Uint8Array> {
  try {
    await window.loadURL(pathToFileURL(request.htmlPath).href)
  } catch (error) {
    // A page from our own disk that does not load means that there is no engine to load it.
    throw new AppError('pdf-printer-missing', {}, { cause: error })
  }
  const bytes = await window.webContents.printToPDF({
    pageSize: request.format,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return new Uint8Array(bytes)
}

function openHiddenWindow(documentUrl: string): BrowserWindow {
  // A session per print: its filter lets one file through, and nothing of the main window's is within reach.
  const printSession = session.fromPartition(`print-${crypto.randomUUID()}`)
  printSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== documentUrl && !url.startsWith('data:') }),
  )
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  })
}
