import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { FilePicker, FilePickRequest } from '../ports.ts'

/** The system's own dialogs, over the main window while there is one. */
export function createFilePicker(currentWindow: () => BrowserWindow | undefined): FilePicker {
  return {
    async pick(request) {
      const window = currentWindow()
      if (request.kind === 'save-file') {
        const options = saveOptions(request)
        const chosen = await (window
          ? dialog.showSaveDialog(window, options)
          : dialog.showSaveDialog(options))
        return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath
      }
      const options = openOptions(request)
      const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return chosen.canceled ? undefined : chosen.filePaths[0]
    },
  }
}

function saveOptions({ title, proposedPath, filters }: FilePickRequest): SaveDialogOptions {
  return {
    title,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    ...(proposedPath === undefined ? {} : { defaultPath: proposedPath }),
    ...(filters === undefined ? {} : { filters: mutableFilters(filters) }),
  }
}

function openOptions({ kind, title, proposedPath, filters }: FilePickRequest): OpenDialogOptions {
  return {
    title,
    properties: kind === 'open-folder' ? ['openDirectory', 'createDirectory'] : ['openFile'],
    ...(proposedPath === undefined ? {} : { defaultPath: proposedPath }),
    ...(filters === undefined ? {} : { filters: mutableFilters(filters) }),
  }
}

function mutableFilters(filters: NonNullable<FilePickRequest['filters']>) {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
}
