import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron, chromium, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
const builtScript = join(root, 'out/main/main.js')

/** What a dialog is answered: a path, the number of a button, or null for a dialog closed without a choice. */
export type DialogAnswer = string | number | null

export interface LaunchSettings {
  /** Folder of preferences and recent list; a new one by default, removed at the stop. */
  readonly userData?: string
  readonly dossierPath?: string
  readonly dialogAnswers?: readonly DialogAnswer[]
  readonly language?: 'fr' | 'en'
  /** Another program than the built one, started in the same way. */
  readonly mainScript?: string
  /** Size of the window, in CSS px. */
  readonly width?: number
  readonly height?: number
}

export interface LaunchedParvis {
  readonly page: Page
  readonly userData: string
  /** Number of the main process. */
  readonly pid: number
  /** Adds answers for the dialogs to come. */
  answerDialogs(...answers: readonly DialogAnswer[]): Promise<void>
  /** Leaves as a person does: the dossier is closed first. */
  stop(): Promise<void>
  /** Ends the process at once, as a power cut does. The folder of preferences stays. */
  kill(): Promise<void>
}

/** Starts the built application, on Electron where its binary is, else on the Chromium host, and gives its page. */
export async function launchParvis(settings: LaunchSettings = {}): Promise<LaunchedParvis> {
  if (!existsSync(builtScript)) throw new Error('Not built: run npm run build first')
  const ownFolder = settings.userData === undefined
  const userData = settings.userData ?? mkdtempSync(join(tmpdir(), 'parvis-user-'))
  const { width = 1280, height = 800 } = settings
  writeFileSync(join(userData, 'window.json'), JSON.stringify({ width, height, maximized: false }))
  const binary = electronBinary()
  const launched =
    binary === undefined
      ? await launchOnHost(userData, settings)
      : await launchOnElectron(binary, userData, settings)
  if (settings.language !== undefined) await speak(launched.page, settings.language)
  return {
    ...launched,
    userData,
    async stop() {
      await launched.stop()
      if (ownFolder) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Launched = Omit<LaunchedParvis, 'userData'>

/** Electron's binary, when it has been fetched. */
function electronBinary(): string | undefined {
  const folder = join(root, 'node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(path) ? path : undefined
}

function applicationArguments(userData: string, { dossierPath }: LaunchSettings): string[] {
  return [`--user-data-dir=${userData}`, ...(dossierPath === undefined ? [] : [dossierPath])]
}

async function launchOnHost(userData: string, settings: LaunchSettings): Promise<Launched> {
  const answersPath = join(userData, 'dialog-answers.json')
  const answers: DialogAnswer[] = [...(settings.dialogAnswers ?? [])]
  const writeAnswers = (): void => writeFileSync(answersPath, JSON.stringify(answers))
  writeAnswers()
  const portPath = join(userData, 'chromium/DevToolsActivePort')
  rmSync(portPath, { force: true })
  const register = join(root, 'electron/chromium-host/register.ts')
  const parameters = [
    '--import',
    register,
    settings.mainScript ?? builtScript,
    ...applicationArguments(userData, settings),
  ]
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What goes to the person's documents by default stays in the test's own folder.
      HOME: userData,
      PARVIS_HOST_HEADLESS: '1',
      PARVIS_HOST_INSPECTABLE: '1',
      PARVIS_HOST_DIALOG_ANSWERS: answersPath,
    },
  })
  const output = collectOutput(child)
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const port = await readPort(portPath, child, output)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await findPage(browser.contexts()[0]?.pages() ?? [])
  return {
    page,
    pid: child.pid ?? 0,
    async answerDialogs(...more) {
      answers.push(...more)
      writeAnswers()
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await browser.close().catch(() => {})
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
      await browser.close().catch(() => {})
    },
  }
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(String(chunk)))
  return () => chunks.join('')
}

async function readPort(path: string, child: ChildProcess, output: () => string): Promise<string> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`Parvis ended at its start:\n${output()}`)
    const port = existsSync(path) ? readFileSync(path, 'utf8').split('\n')[0] : undefined
    if (port) return port
  }
  throw new Error(`Parvis opened no window within 30 s:\n${output()}`)
}

async function findPage(pages: readonly Page[]): Promise<Page> {
  const page = pages[0]
  if (page === undefined) throw new Error('Parvis opened no page')
  await page.waitForURL(/parvis|^file:/)
  await page.waitForLoadState('load')
  return page
}

async function launchOnElectron(
  executablePath: string,
  userData: string,
  settings: LaunchSettings,
): Promise<Launched> {
  const application = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      settings.mainScript ?? root,
      ...applicationArguments(userData, settings),
    ],
    cwd: root,
  })
  const answerDialogs = (...answers: readonly DialogAnswer[]): Promise<void> =>
    application.evaluate(({ dialog }, more) => {
      const scope = globalThis as { dialogAnswers?: DialogAnswer[] }
      scope.dialogAnswers = [...(scope.dialogAnswers ?? []), ...more]
      const next = (): DialogAnswer => {
        const answer = scope.dialogAnswers?.shift()
        if (answer === undefined) throw new Error('A dialog was opened and has no answer left')
        return answer
      }
      Object.assign(dialog, {
        showOpenDialog: async () => {
          const path = next()
          return { canceled: path === null, filePaths: path === null ? [] : [String(path)] }
        },
        showSaveDialog: async () => {
          const path = next()
          return { canceled: path === null, filePath: path === null ? '' : String(path) }
        },
        showMessageBox: async () => ({ response: Number(next() ?? 1), checkboxChecked: false }),
      })
    }, answers)
  await answerDialogs(...(settings.dialogAnswers ?? []))
  const page = await application.firstWindow()
  await page.waitForLoadState('load')
  const child = application.process()
  return {
    page,
    pid: child.pid ?? 0,
    answerDialogs,
    stop: () => application.close(),
    async kill() {
      const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Sets the language as the preferences keep it, and starts the page anew in it. */
async function speak(page: Page, language: 'fr' | 'en'): Promise<void> {
  await page.evaluate(async (chosen) => {
    const { parvis } = globalThis as unknown as {
      parvis: { call(method: string, input: unknown): Promise<unknown> }
    }
    await parvis.call('application.savePreferences', { language: chosen })
  }, language)
  await page.reload()
}
