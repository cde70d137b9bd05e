import type { TileGate } from '../ports.ts'

/** What the window may ask of the web: map images of one origin, or nothing. */
export interface OpenTileGate extends TileGate {
  /** `https://host`, or null. */
  origin(): string | null
}

const onlyOrigin = /^https?:\/\/[a-z0-9.:[\]-]+$/

/** Closed until the open dossier says otherwise. An origin that could mean more than one place closes it. */
export function createTileGate(): OpenTileGate {
  let allowed: string | null = null
  return {
    origin: () => allowed,
    async allow(origin) {
      allowed = origin !== null && onlyOrigin.test(origin) ? origin : null
    },
  }
}
