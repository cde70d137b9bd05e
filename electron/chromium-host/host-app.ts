import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { App } from 'electron'
import { claimInstance } from './instance-lock.ts'

/** Where each system keeps what belongs to a user's applications. */
function appDataFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData/Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

/** The `version` of the nearest package.json above the running script. */
function applicationVersion(): string {
  for (let folder = dirname(process.argv[1] ?? '.'); ; folder = dirname(folder)) {
    try {
      return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version)
    } catch {
      if (folder === dirname(folder)) return '0.0.0'
    }
  }
}

/** Stand-in for `app`: ready at once, since no browser is started before a window asks for one. */
class HostApp extends EventEmitter {
  readonly isPackaged = false
  private name = 'Electron'
  private readonly paths = new Map<string, string>()
  private readonly endings: (() => Promise<void>)[] = []
  private release = (): void => {}
  private leaving = false

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return applicationVersion()
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPath(name: string): string {
    const known = this.paths.get(name)
    if (known !== undefined) return known
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return appDataFolder()
      case 'userData':
        return join(appDataFolder(), this.name)
      case 'temp':
        return tmpdir()
      case 'documents':
        return join(homedir(), 'Documents')
      default:
        throw new Error(`The Chromium host knows no path '${name}'`)
    }
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.paths.set(name, path)
  }

  isReady(): boolean {
    return true
  }

  async whenReady(): Promise<void> {
    // After the main module, as in Electron.
    await new Promise((resolve) => setImmediate(resolve))
  }

  requestSingleInstanceLock(): boolean {
    const { claimed, release } = claimInstance(this.getPath('userData'), ({ commandLine, folder }) => {
      this.emit('second-instance', {}, commandLine, folder, undefined)
    })
    this.release = release
    return claimed
  }

  /** Does something before the process ends, whatever ends it in good order. */
  beforeExit(work: () => Promise<void>): void {
    this.endings.push(work)
  }

  quit(): void {
    if (this.leaving) return
    if (this.isRefused('before-quit') || this.isRefused('will-quit')) return
    void this.leave(Number(process.exitCode ?? 0))
  }

  exit(code = 0): void {
    void this.leave(code)
  }

  private isRefused(name: string): boolean {
    let refused = false
    this.emit(name, {
      preventDefault() {
        refused = true
      },
    })
    return refused
  }

  private async leave(code: number): Promise<void> {
    if (this.leaving) return
    this.leaving = true
    await Promise.allSettled(this.endings.map((work) => work()))
    this.release()
    this.emit('quit', {}, code)
    process.exit(code)
  }
}

export const hostApp = new HostApp()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hostApp.quit())

hostApp satisfies Pick<
  App,
  | 'isPackaged'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getLocale'
  | 'setPath'
  | 'isReady'
  | 'whenReady'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>
