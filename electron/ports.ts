import type { Language } from '../shared/messages/translator.ts'

/** What services need from the outside. The shell, the command line and the tests each bring their own. */

export interface Clock {
  /** Now, as an ISO instant in UTC. */
  now(): string
}

/** Paper and margins of a print; page numbers and headers come from the document's own CSS. */
export interface PdfPrintRequest {
  /** File path of a complete, self-contained HTML document. */
  readonly htmlPath: string
  readonly format: 'A4' | 'A5'
}

export interface PdfPrinter {
  /** Prints to a tagged PDF with outline and answers its bytes. Refuses with `pdf-printer-missing`. */
  print(request: PdfPrintRequest, signal: AbortSignal): Promise<Uint8Array>
}

export interface FilePickRequest {
  readonly kind: 'open-file' | 'open-folder' | 'save-file'
  readonly title: string
  /** Absolute path or bare file name to propose. */
  readonly proposedPath?: string
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[]
}

/** Asks the person for a path. `undefined` when the dialog is closed without a choice. */
export interface FilePicker {
  pick(request: FilePickRequest): Promise<string | undefined>
}

/** Hands files over to the operating system. */
export interface FileOpener {
  open(path: string): Promise<void>
  showInFolder(path: string): Promise<void>
}

export interface AppPaths {
  /** Folder for what belongs to this computer rather than to a dossier: recent list, preferences, logs. */
  readonly userData: string
  readonly documents: string
  readonly temporary: string
  /** The `resources` folder shipped with the application. */
  readonly resources: string
}

/** Lets the window ask one place of the web for map images. */
export interface TileGate {
  /** An origin (`https://host`), or null for none. */
  allow(origin: string | null): Promise<void>
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void
  error(message: string, details?: Readonly<Record<string, unknown>>): void
}

export interface Ports {
  readonly clock: Clock
  readonly printer: PdfPrinter
  readonly picker: FilePicker
  readonly opener: FileOpener
  readonly paths: AppPaths
  readonly log: Log
  /** Only where there is a window. */
  readonly tileGate?: TileGate | undefined
  /** Language asked for this run; wins over the one that the person chose in the window. */
  readonly language?: Language | undefined
}
