import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

interface SystemPackage {
  readonly name: string
  readonly present: readonly string[]
  readonly use: string
}

/** Programs that some tests drive. Each is found by one of its paths. */
const wanted: readonly SystemPackage[] = [
  {
    name: 'chromium',
    present: [
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/usr/bin/chromium-browser',
      '/opt/google/chrome/chrome',
    ],
    use: 'end-to-end tests and printing',
  },
  { name: 'postgresql', present: ['/usr/lib/postgresql'], use: 'repository tests on PostgreSQL' },
  {
    name: 'libreoffice-calc',
    present: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
    use: 'recalculation of workbooks',
  },
  { name: 'poppler-utils', present: ['/usr/bin/pdftotext'], use: 'reading PDFs back' },
  {
    name: 'fonts-noto-color-emoji',
    present: ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'],
    use: 'emoji in PDFs',
  },
]

/**
 * Makes sure of the programs that the tests drive: on Debian as root they are installed, elsewhere the missing ones
 * are named, and the tests that need them say that they were skipped.
 */
export function provideSystemPackages(): void {
  if (process.platform !== 'linux') return
  const missing = wanted.filter(({ present }) => !present.some(existsSync))
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${names.join(', ')}`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment })
    const installed = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    })
    if (installed.status === 0) return
  }
  for (const { name, use } of missing) console.log(`Not installed: ${name} (${use}); its tests are skipped.`)
  console.log(`On Debian or Ubuntu: sudo apt-get install -y ${names.join(' ')}`)
}
