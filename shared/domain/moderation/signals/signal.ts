import type { MultiPolygonCoordinates } from '../../../read-models/process.ts'

/** What a signal looks at. Texts are plain; coordinates are WGS84 degrees. */
export interface SignalSubject {
  readonly title: string
  readonly bodyText: string
  readonly latitude: number | null
  readonly longitude: number | null
  /** Polygons of the démarche's districts; empty while none was imported. */
  readonly territory: readonly MultiPolygonCoordinates[]
}

/**
 * Something an officer should look at, never a verdict. `evidence`: the very words that raised it, in their order;
 * empty when nothing did. The name of a signal and its explanation are messages, under `signals.<id>`.
 */
export interface Signal {
  readonly id: string
  evidence(subject: SignalSubject): readonly string[]
}

/** A signal that was raised, as pages show it. `words` may be empty for a signal that words do not explain. */
export interface RaisedSignal {
  readonly id: string
  readonly words: readonly string[]
}

/** Every match of a pattern in title and text, each spelling once. */
export function matches(subject: SignalSubject, pattern: RegExp): readonly string[] {
  const text = `${subject.title}\n${subject.bodyText}`
  return [...new Set([...text.matchAll(pattern)].map((match) => match[0].trim()))]
}
