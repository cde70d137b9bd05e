import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type {
  Dialog,
  FileFilter,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { hasDisplay } from './find-browser.ts'
import { refuseTheRest } from './refuse-the-rest.ts'

const run = promisify(execFile)

/** What a dialog program answered; nothing when it was closed. */
type Answer = string | undefined

let taken = 0

/** The next answer of PARVIS_HOST_DIALOG_ANSWERS: a JSON list of paths, button numbers, or null for a closed dialog. */
function scripted(): { readonly answer: string | number | null } | undefined {
  const path = process.env.PARVIS_HOST_DIALOG_ANSWERS
  if (!path) return undefined
  const answers: (string | number | null)[] = JSON.parse(readFileSync(path, 'utf8'))
  const answer = answers[taken]
  if (answer === undefined) throw new Error(`A dialog was opened and ${path} has no answer left for it`)
  taken += 1
  return { answer }
}

/** Runs a dialog program. A code other than 0 is a closed dialog. */
async function ask(program: string, parameters: readonly string[]): Promise<Answer> {
  try {
    const { stdout } = await run(program, parameters, { windowsHide: true })
    return stdout.replace(/\r?\n$/, '')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') throw error
    return undefined
  }
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)))
}

function linuxProgram(): 'zenity' | 'kdialog' {
  const found = hasDisplay() ? (['zenity', 'kdialog'] as const).find(onPath) : undefined
  if (found === undefined) throw new Error('No program shows dialogs here: install zenity or kdialog')
  return found
}

interface FileQuestion {
  readonly kind: 'open' | 'folder' | 'save'
  readonly title: string
  readonly path: string
  readonly filters: readonly FileFilter[]
}

function patterns({ extensions }: FileFilter): string {
  return extensions.map((extension) => `*.${extension}`).join(' ')
}

function zenityArguments({ kind, title, path, filters }: FileQuestion): string[] {
  return [
    '--file-selection',
    `--title=${title}`,
    ...(path === '' ? [] : [`--filename=${path}`]),
    ...(kind === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(kind === 'folder' ? ['--directory'] : []),
    ...filters.map((filter) => `--file-filter=${filter.name} | ${patterns(filter)}`),
  ]
}

function kdialogArguments({ kind, title, path, filters }: FileQuestion): string[] {
  const verb = { open: '--getopenfilename', folder: '--getexistingdirectory', save: '--getsavefilename' }[
    kind
  ]
  const wanted = filters.map((filter) => `${patterns(filter)}|${filter.name}`).join('\n')
  return ['--title', title, verb, path || '.', ...(kind === 'folder' ? [] : [wanted])]
}

/** Text for AppleScript and PowerShell, each with its own way to quote. */
const appleText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const powerText = (text: string): string => `'${text.replaceAll("'", "''")}'`

function appleScript({ kind, title, path }: FileQuestion): string {
  const prompt = `with prompt ${appleText(title)}`
  if (kind === 'save') {
    return `POSIX path of (choose file name ${prompt} default name ${appleText(basename(path))})`
  }
  return `POSIX path of (choose ${kind === 'folder' ? 'folder' : 'file'} ${prompt})`
}

function powerShell({ kind, title, path, filters }: FileQuestion): string {
  const type = { open: 'OpenFileDialog', folder: 'FolderBrowserDialog', save: 'SaveFileDialog' }[kind]
  const wanted = filters.map((filter) => `${filter.name}|${patterns(filter).replaceAll(' ', ';')}`).join('|')
  const settings =
    kind === 'folder'
      ? `$d.Description=${powerText(title)}; $d.SelectedPath=${powerText(path)}`
      : `$d.Title=${powerText(title)}; $d.FileName=${powerText(path)}; $d.Filter=${powerText(wanted)}`
  const answer = kind === 'folder' ? '$d.SelectedPath' : '$d.FileName'
  return `[Console]::OutputEncoding=[Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; $d=New-Object System.Windows.Forms.${type}; ${settings}; if ($d.ShowDialog() -ne 'OK') { exit 1 }; ${answer}`
}

function askFile(question: FileQuestion): Promise<Answer> {
  if (process.platform === 'darwin') return ask('osascript', ['-e', appleScript(question)])
  if (process.platform === 'win32') {
    return ask('powershell.exe', ['-NoProfile', '-STA', '-Command', powerShell(question)])
  }
  const program = linuxProgram()
  return ask(program, program === 'zenity' ? zenityArguments(question) : kdialogArguments(question))
}

/** Shows a message; with two buttons, the first one is the yes. */
async function askMessage({ message, detail = '', buttons = [] }: MessageBoxOptions): Promise<boolean> {
  const text = detail === '' ? message : `${message}\n\n${detail}`
  const [yes = 'OK', no] = buttons
  if (process.platform === 'darwin') {
    const listed = buttons.map(appleText).toReversed().join(', ') || '"OK"'
    const script = `display dialog ${appleText(text)} buttons {${listed}}`
    return (await ask('osascript', ['-e', script]))?.endsWith(`:${yes}`) ?? false
  }
  if (process.platform === 'win32') {
    const kind = no === undefined ? 'OK' : 'YesNo'
    const script = `Add-Type -AssemblyName System.Windows.Forms; [System.Windows.Forms.MessageBox]::Show(${powerText(text)}, 'Parvis', '${kind}')`
    return ['OK', 'Yes'].includes((await ask('powershell.exe', ['-NoProfile', '-Command', script])) ?? '')
  }
  const program = linuxProgram()
  if (program === 'kdialog') {
    const labels = no === undefined ? [] : ['--yes-label', yes, '--no-label', no]
    return (await ask('kdialog', [...labels, no === undefined ? '--msgbox' : '--yesno', text])) !== undefined
  }
  const labels = no === undefined ? [] : [`--ok-label=${yes}`, `--cancel-label=${no}`]
  const kind = no === undefined ? '--info' : '--question'
  return (await ask('zenity', [kind, '--no-markup', `--text=${text}`, ...labels])) !== undefined
}

/** Options come after the window, when there is one. */
function lastOf<T>(parameters: readonly unknown[]): T {
  return parameters.at(-1) as T
}

async function chooseFile(question: FileQuestion): Promise<Answer> {
  const script = scripted()
  if (script !== undefined) return script.answer === null ? undefined : String(script.answer)
  const path = await askFile(question)
  return path === '' ? undefined : path
}

/** Stand-in for `dialog`: the system's own dialog programs, or answers written beforehand for tests. */
export const hostDialog = refuseTheRest('dialog', {
  async showOpenDialog(...parameters: unknown[]): Promise<OpenDialogReturnValue> {
    const {
      title = '',
      defaultPath = '',
      filters = [],
      properties = [],
    } = lastOf<OpenDialogOptions>(parameters)
    const kind = properties.includes('openDirectory') ? 'folder' : 'open'
    const path = await chooseFile({ kind, title, path: defaultPath, filters })
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
  },
  async showSaveDialog(...parameters: unknown[]): Promise<SaveDialogReturnValue> {
    const { title = '', defaultPath = '', filters = [] } = lastOf<SaveDialogOptions>(parameters)
    const path = await chooseFile({ kind: 'save', title, path: defaultPath, filters })
    return { canceled: path === undefined, filePath: path ?? '' }
  },
  async showMessageBox(...parameters: unknown[]): Promise<MessageBoxReturnValue> {
    const options = lastOf<MessageBoxOptions>(parameters)
    const { buttons = [], cancelId = Math.max(0, buttons.length - 1) } = options
    if (buttons.length > 2) throw new Error('The Chromium host shows messages with one or two buttons')
    const script = scripted()
    if (script !== undefined) return { response: Number(script.answer ?? cancelId), checkboxChecked: false }
    return { response: (await askMessage(options)) ? 0 : cancelId, checkboxChecked: false }
  },
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>)
