import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../find-browser.ts'
import { launcherSentences } from './sentences.ts'

/** The one command that installs a browser on this system. */
export function installCommand(): string {
  if (process.platform === 'win32') return 'winget install --id Google.Chrome'
  if (process.platform === 'darwin') return 'brew install --cask google-chrome'
  if (existsSync('/usr/bin/apt-get')) return 'sudo apt-get install -y chromium'
  if (existsSync('/usr/bin/dnf')) return 'sudo dnf install -y chromium'
  if (existsSync('/usr/bin/pacman')) return 'sudo pacman -S --noconfirm chromium'
  if (existsSync('/usr/bin/zypper')) return 'sudo zypper install -y chromium'
  return 'npx playwright install chromium'
}

/** Makes sure that a browser is there: on Debian as root it is installed, elsewhere the command is named. */
export function provideBrowser(): boolean {
  if (findBrowser() !== undefined) return true
  const sentences = launcherSentences()
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (mayInstall) {
    const command = 'apt-get install -y chromium'
    process.stderr.write(`${sentences.installing(command)}\n`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const parameters of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', parameters, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
    }
    if (findBrowser() !== undefined) return true
  }
  process.stderr.write(`${sentences.noBrowser(installCommand())}\n`)
  return false
}
