import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Shell } from 'electron'
import { refuseTheRest } from './refuse-the-rest.ts'

/** Starts a program and answers its complaint, or nothing when it took the file. */
function start(command: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: 'ignore', detached: true, windowsHide: true })
    const answer = (text: string): void => {
      clearTimeout(timer)
      child.unref()
      resolve(text)
    }
    // A viewer that is still running has taken the file.
    const timer = setTimeout(() => answer(''), 3_000)
    child.on('error', (error) => answer(error.message))
    child.on('exit', (code) => answer(code === 0 ? '' : `${command}: ${code}`))
  })
}

function open(target: string): Promise<string> {
  if (process.platform === 'win32') return start('rundll32.exe', ['url.dll,FileProtocolHandler', target])
  return start(process.platform === 'darwin' ? 'open' : 'xdg-open', [target])
}

/** Stand-in for `shell`: the system's own programs. */
export const hostShell = refuseTheRest('shell', {
  openPath: (path) => open(path),
  showItemInFolder(path) {
    if (process.platform === 'win32') void start('explorer.exe', [`/select,${path}`])
    else if (process.platform === 'darwin') void start('open', ['-R', path])
    else void open(pathToFileURL(dirname(path)).href)
  },
  async openExternal(url) {
    const problem = await open(url)
    if (problem !== '') throw new Error(problem)
  },
} satisfies Pick<Shell, 'openPath' | 'showItemInFolder' | 'openExternal'>)
