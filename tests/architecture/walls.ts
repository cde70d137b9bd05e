import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One import statement, with both ends as paths from the project's root; `to` is a package name when it is none of ours. */
export interface ImportEdge {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

/** A room and what it may not reach. `may` lists prefixes of our own paths; `packages` what it may take from outside. */
interface Wall {
  readonly room: string
  readonly may: readonly string[]
  readonly packages: (name: string) => boolean
  readonly why: string
}

const node = (name: string): boolean => name.startsWith('node:')
const pure = new Set(['zod', 'i18next', 'htmlparser2', '@orama/stemmers'])
const files = new Set([
  'exceljs',
  'csv-parse',
  'yauzl',
  'saxes',
  'htmlparser2',
  'iconv-lite',
  'pdf-lib',
  'nodemailer',
])

/** The dependency table of the house, most particular room first. */
const walls: readonly Wall[] = [
  {
    room: 'shared/',
    may: ['shared/'],
    packages: (name) => pure.has(name),
    why: 'shared is pure: no Node, DOM, database or window',
  },
  {
    room: 'renderer/',
    may: ['renderer/', 'shared/'],
    packages: (name) =>
      !node(name) && !['electron', 'kysely', 'better-sqlite3', 'exceljs', 'pg'].includes(name),
    why: 'the window knows only shared and its own libraries',
  },
  {
    room: 'electron/data/',
    may: ['electron/data/', 'shared/'],
    packages: (name) => node(name) || ['kysely', 'better-sqlite3', 'pg', 'zod'].includes(name),
    why: 'data knows no service and no window',
  },
  {
    room: 'electron/imports/',
    may: ['electron/imports/', 'shared/'],
    packages: (name) => node(name) || files.has(name) || pure.has(name),
    why: 'readers get and give data, they know no database',
  },
  {
    room: 'electron/exports/',
    may: ['electron/exports/', 'electron/ports.ts', 'shared/'],
    packages: (name) => node(name) || files.has(name) || pure.has(name),
    why: 'writers get their data as arguments',
  },
  {
    room: 'electron/services/',
    may: [
      'electron/services/',
      'electron/data/',
      'electron/imports/',
      'electron/exports/',
      'electron/ports.ts',
      'shared/',
    ],
    packages: (name) => node(name) || ['zod', 'kysely', 'package.json', 'eld'].includes(name),
    why: 'services know neither Electron nor the router',
  },
  {
    room: 'electron/ipc/',
    may: ['electron/ipc/', 'electron/services/', 'electron/ports.ts', 'shared/'],
    packages: (name) => node(name) || name === 'zod',
    why: 'the router calls services and nothing below them',
  },
  {
    room: 'electron/shell/',
    may: ['electron/shell/', 'electron/ipc/worker-messages.ts', 'electron/ports.ts', 'shared/'],
    packages: (name) => node(name) || name === 'electron' || name === 'zod',
    why: 'the shell carries messages, it holds no data',
  },
  {
    room: 'electron/chromium-host/',
    may: ['electron/chromium-host/'],
    packages: (name) => node(name) || name === 'electron' || name.startsWith('playwright'),
    why: 'the stand-in for Electron knows nothing of Parvis',
  },
  {
    room: 'electron/cli/',
    may: ['electron/', 'shared/'],
    packages: (name) => name !== 'kysely',
    why: 'the command line calls the contract',
  },
]

/** Only these files may name the package `electron`. */
const electronRooms = [
  'electron/shell/',
  'electron/main.ts',
  'electron/preload.ts',
  'electron/chromium-host/',
]
/** SQL of one engine stays here. */
const dialectRooms = ['electron/data/dialects/', 'electron/data/migrations/', 'electron/data/open-dossier']

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

function sourceFiles(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Every import of the three rooms. */
export function readEdges(root: string): readonly ImportEdge[] {
  return ['shared', 'electron', 'renderer'].flatMap((folder) =>
    sourceFiles(root, folder).flatMap((from) => {
      const text = readFileSync(join(root, from), 'utf8')
      return [...text.matchAll(importPattern)].map((match) => {
        const target = match[2] ?? match[3] ?? match[4] ?? ''
        const to = target.startsWith('.')
          ? relative(root, resolve(root, dirname(from), target))
              .split(sep)
              .join('/')
          : packageName(target)
        return { from, to, typeOnly: match[1] !== undefined }
      })
    }),
  )
}

function packageName(target: string): string {
  if (target.startsWith('node:')) return target
  const parts = target.split('/')
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target)
}

function isOurs(to: string): boolean {
  return /^(shared|electron|renderer|resources|tests)\//.test(to)
}

/** Imports that break the table, each as a sentence. */
export function brokenWalls(edges: readonly ImportEdge[]): readonly string[] {
  return edges.flatMap(({ from, to }) => {
    const problems: string[] = []
    if (to === 'electron' && !electronRooms.some((room) => from.startsWith(room))) {
      problems.push(`${from} imports electron: only the shell may`)
    }
    const wall = walls.find(({ room }) => from.startsWith(room))
    if (wall === undefined) return problems
    const allowed = isOurs(to) ? wall.may.some((prefix) => to.startsWith(prefix)) : wall.packages(to)
    if (!allowed) problems.push(`${from} imports ${to}: ${wall.why}`)
    const page = /^renderer\/pages\/([^/]+)\//
    const fromPage = page.exec(from)?.[1]
    const toPage = page.exec(to)?.[1]
    if (fromPage !== undefined && toPage !== undefined && fromPage !== toPage) {
      problems.push(`${from} imports ${to}: a page does not import another page`)
    }
    return problems
  })
}

/** Import cycles, each as the chain of files that closes it. Type-only imports vanish at run time and do not count. */
export function cycles(edges: readonly ImportEdge[]): readonly string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to, typeOnly } of edges) {
    if (typeOnly || !isOurs(to)) continue
    targets.set(from, [...(targets.get(from) ?? []), to])
  }
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of targets.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}

/** SQL of one engine outside its room: words that only SQLite or only PostgreSQL knows. */
export function strayDialects(root: string): readonly string[] {
  const words =
    /\b(pragma|sqlite_master|vacuum|fts5|json_extract|to_tsvector|tsvector|jsonb|on conflict do nothing|julianday|pg_catalog)\b/i
  return sourceFiles(root, 'electron')
    .filter((file) => file.startsWith('electron/') && !dialectRooms.some((room) => file.startsWith(room)))
    .filter((file) => file.startsWith('electron/data/') || file.startsWith('electron/services/'))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line: line.replace(/^\s*(\/\/|\*|\/\*).*$/, ''), number: index + 1 }))
        .filter(({ line }) => words.test(line))
        .map(({ number }) => `${file}:${number} speaks the SQL of one engine`),
    )
}
