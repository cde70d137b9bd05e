import { accessSync, constants, existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

/** Usual places of Chromium, Chrome and Edge on each system, in order of preference. */
function candidates(environment: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => environment[name])
    const programs = [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return programs.flatMap((program) => roots.flatMap((root) => (root ? [join(root, program)] : [])))
  }
  if (process.platform === 'darwin') {
    const programs = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    )
    return programs.flatMap((program) => [join('/', program), join(homedir(), program)])
  }
  const folders = [
    ...(environment.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  const installed = names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
  // Where `npx playwright install chromium` puts it, on systems without a package of it.
  return [...installed, ...globSync(join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome'))]
}

/** Path of an installed Chromium, Chrome or Edge. PARVIS_BROWSER wins over what is found. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const asked = environment.PARVIS_BROWSER
  if (asked) return existsSync(asked) ? asked : undefined
  return candidates(environment).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** True when a window can be shown here. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}
