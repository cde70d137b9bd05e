import { join } from 'node:path'
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core'
import { prepareProfile } from './browser-profile.ts'
import { findBrowser, hasDisplay } from './find-browser.ts'

const isRoot = process.getuid?.() === 0

/** Quiet, without network of its own; a page's requests never get past the interception of its context anyway. */
const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Hides the bar that warns of a missing sandbox.
  ...(isRoot ? ['--test-type'] : []),
]

function launchOptions(): LaunchOptions {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge is installed')
  return {
    executablePath,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: !isRoot,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
  }
}

/** True when windows are drawn off screen: no display, or PARVIS_HOST_HEADLESS. */
export function isHeadless(): boolean {
  return Boolean(process.env.PARVIS_HOST_HEADLESS) || !hasDisplay()
}

/** Size of a window, in CSS px. */
export interface FrameSize {
  readonly width: number
  readonly height: number
}

/** Starts the browser of the visible window, with a profile of its own in `folder`. */
export async function openVisibleContext(
  folder: string,
  { width, height }: FrameSize,
): Promise<BrowserContext> {
  // Loaded late: a process without a window never pays for it.
  const { chromium } = await import('playwright-core')
  const headless = isHeadless()
  const profile = join(folder, 'chromium')
  prepareProfile(profile)
  return chromium.launchPersistentContext(profile, {
    ...launchOptions(),
    headless,
    viewport: headless ? { width, height } : null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    args: [
      ...switches,
      '--app=data:text/html,<title>%E2%80%8B</title>',
      `--window-size=${width},${height}`,
      // End-to-end specs attach themselves through the port that Chromium then writes into its profile.
      ...(process.env.PARVIS_HOST_INSPECTABLE ? ['--remote-debugging-port=0'] : []),
    ],
  })
}

let hiddenBrowser: Promise<Browser> | undefined

/** Opens a context for a hidden window, in a browser of its own that is started at the first one. */
export async function openHiddenContext(javaScriptEnabled: boolean): Promise<BrowserContext> {
  hiddenBrowser ??= startHiddenBrowser()
  const browser = await hiddenBrowser
  return browser.newContext({ javaScriptEnabled, serviceWorkers: 'block', acceptDownloads: false })
}

async function startHiddenBrowser(): Promise<Browser> {
  try {
    const { chromium } = await import('playwright-core')
    const browser = await chromium.launch({ ...launchOptions(), headless: true, args: switches })
    browser.on('disconnected', () => {
      hiddenBrowser = undefined
    })
    return browser
  } catch (error) {
    hiddenBrowser = undefined
    throw error
  }
}

/** Ends the browser of the hidden windows, if there is one. */
export async function closeHiddenBrowser(): Promise<void> {
  const browser = await hiddenBrowser?.catch(() => undefined)
  await browser?.close().catch(() => undefined)
}
