import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import type { PdfPrinter } from '../../../../electron/ports.ts'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const

/** Path of a Chromium to print with, or undefined when none is installed. */
export function installedChromium(): string | undefined {
  return executables.find((path) => existsSync(path))
}

/** A printer on a real Chromium, with the number of prints that it made. Close it when done. */
export async function openChromiumPrinter(
  executablePath: string,
): Promise<PdfPrinter & { readonly prints: () => number; readonly close: () => Promise<void> }> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  let prints = 0
  return {
    prints: () => prints,
    close: () => browser.close(),
    async print({ htmlPath }) {
      prints += 1
      const page = await browser.newPage({ javaScriptEnabled: false })
      try {
        await page.goto(pathToFileURL(htmlPath).href, { waitUntil: 'load' })
        return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
      } finally {
        await page.close()
      }
    },
  }
}
