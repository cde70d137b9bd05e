import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Protocol } from 'electron'

/** Where the window lives: a scheme of our own, so that no page of the web shares its origin. */
export const appOrigin = 'app://parvis'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/**
 * Inline styles are Mantine's; nothing else may come from elsewhere than the shipped files, but the map images of one
 * origin while an administrator allows them.
 */
const contentSecurityPolicy = (imageOrigin: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${imageOrigin === null ? '' : ` ${imageOrigin}`}`,
    "font-src 'self'",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

const safetyHeaders = (imageOrigin: string | null): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(imageOrigin),
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), midi=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
})

/** Declares the scheme; must come before Electron is ready. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Answers requests to the scheme with the files of `folder` and nothing else of the disk. `imageOrigin`: from where
 * a page that is loaded now may take map images.
 */
export function createFileAnswerer(
  folder: string,
  imageOrigin: () => string | null = () => null,
): (request: Request) => Promise<Response> {
  const refuse = (status: number): Response =>
    new Response(null, { status, headers: safetyHeaders(imageOrigin()) })
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const path = await findInside(folder, request.url)
    if (path === undefined) return refuse(404)
    const type = contentTypes[extname(path).toLowerCase()]
    if (type === undefined) return refuse(404)
    const bytes = await readFile(path)
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: { ...safetyHeaders(imageOrigin()), 'content-type': type },
    })
  }
}

/** The real path of what `url` names under `folder`; nothing when it is not there or would lead outside. */
async function findInside(folder: string, url: string): Promise<string | undefined> {
  const parsed = URL.parse(url)
  if (parsed === null || `${parsed.protocol}//${parsed.host}` !== appOrigin) return undefined
  let name: string
  try {
    name = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  const parts = name.split('/').filter((part) => part !== '')
  if (/[\0\\:]/.test(name) || parts.some((part) => part === '..' || part === '.')) return undefined
  try {
    const base = await realpath(folder)
    const path = await realpath(join(base, ...(parts.length === 0 ? ['index.html'] : parts)))
    return path.startsWith(base + sep) ? path : undefined
  } catch {
    return undefined
  }
}
