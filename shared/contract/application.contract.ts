import { z } from 'zod'
import { method, output } from './define-contract.ts'
import { filePath, shortText } from './inputs.ts'

export interface Preferences {
  readonly language: 'fr' | 'en'
  readonly colorScheme: 'light' | 'dark' | 'auto'
  /** Sizes of panes, chosen columns and other memories of pages, by key. */
  readonly layout: Readonly<Record<string, string>>
  /** Single-letter keys may be switched off (RGAA 12.10). */
  readonly singleKeys: boolean
}

/** What belongs to this computer rather than to a dossier. */
export const applicationContract = {
  information: method({
    input: z.object({}),
    output: output<{ readonly version: string; readonly platform: string; readonly firstRun: boolean }>(),
    permission: 'outside',
    writes: false,
  }),
  preferences: method({
    input: z.object({}),
    output: output<Preferences>(),
    permission: 'outside',
    writes: false,
  }),
  savePreferences: method({
    input: z.object({
      language: z.enum(['fr', 'en']).optional(),
      colorScheme: z.enum(['light', 'dark', 'auto']).optional(),
      layout: z.record(z.string().max(100), z.string().max(10_000)).optional(),
      singleKeys: z.boolean().optional(),
    }),
    output: output<Preferences>(),
    permission: 'outside',
    writes: false,
  }),
  /** Opens the system's own dialog. `path` null: closed without a choice. */
  chooseFile: method({
    input: z.object({
      kind: z.enum(['open-file', 'open-folder', 'save-file']),
      title: shortText,
      proposedPath: z.string().max(4_096).optional(),
      filters: z.array(z.object({ name: shortText, extensions: z.array(z.string().max(20)) })).optional(),
    }),
    output: output<{ readonly path: string | null }>(),
    permission: 'outside',
    writes: false,
  }),
  openFile: method({
    input: z.object({ path: filePath }),
    output: output<null>(),
    permission: 'outside',
    writes: false,
  }),
  showInFolder: method({
    input: z.object({ path: filePath }),
    output: output<null>(),
    permission: 'outside',
    writes: false,
  }),
} as const
