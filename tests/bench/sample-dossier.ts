import { join } from 'node:path'
import { startParvis } from '../helpers/test-parvis.ts'
import { writeSampleExport } from './sample-proposals.ts'

/** Makes a dossier of that many sample proposals in a folder; answers its path. */
export async function makeSampleDossier(folder: string, count: number): Promise<string> {
  const parvis = startParvis(folder)
  parvis.setNow(new Date().toISOString())
  const dossier = await parvis.createDossier(`${count}`)
  if (count > 0) {
    const path = join(folder, `${count}.csv`)
    await writeSampleExport(path, count)
    const [process] = await parvis.call('processes', 'list', {})
    await parvis.call('imports', 'commit', { processId: process?.id ?? '', path, choices: {} })
  }
  await parvis.router.stop()
  return dossier
}
