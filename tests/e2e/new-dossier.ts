import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type LaunchedParvis, type LaunchSettings, launchParvis } from './launch-parvis.ts'

interface Bridge {
  call(
    method: string,
    input: unknown,
  ): Promise<{ readonly ok: boolean; readonly value?: unknown; readonly error?: unknown }>
}

/** Calls a method of the contract as the window does; for what a spec needs beforehand or reads afterwards. */
export async function call<T>(page: Page, method: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(
    ([name, asked]) => (globalThis as unknown as { parvis: Bridge }).parvis.call(String(name), asked),
    [method, input] as const,
  )
  if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.error)}`)
  return reply.value as T
}

export interface DossierWindow extends LaunchedParvis {
  /** Folder for the files of the spec; removed at the stop. */
  readonly folder: string
  readonly processId: string
}

/** Starts Parvis on a new, empty participatory budget of Roubaix, signed in as its administrator. */
export async function launchWithDossier(settings: LaunchSettings = {}): Promise<DossierWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-e2e-'))
  const launched = await launchParvis(settings)
  await call(launched.page, 'dossiers.create', {
    path: join(folder, 'essai.parvis'),
    kind: 'participatory-budget',
    title: 'Budget participatif 2026',
    personName: 'Camille Lefebvre',
    communeName: 'Roubaix',
    envelope: 10_000_000,
    districts: ['Pile', 'Fraternité'],
    submissionOpensOn: '2026-01-05',
    submissionClosesOn: '2026-02-28',
  })
  const processes = await call<readonly { readonly id: string }[]>(launched.page, 'processes.list', {})
  await launched.page.reload()
  return {
    ...launched,
    folder,
    processId: processes[0]?.id ?? '',
    async stop() {
      await launched.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
