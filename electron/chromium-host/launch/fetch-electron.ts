import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject } from './project.ts'

/** The part used of `@electron/get`, which belongs to the package electron and not to ours. */
interface ElectronGet {
  downloadArtifact(details: {
    version: string
    artifactName: string
    platform: string
    arch: string
    checksums: Record<string, string>
    downloadOptions: { quiet: boolean; getProgressCallback(progress: { transferred: number }): void }
  }): Promise<string>
}

// Puts the archive into the cache of @electron/get, where Electron's own install step finds it. Each piece that
// arrives is told on standard output, so that silence can be noticed.
const electron = inProject('node_modules/electron')
const required = createRequire(join(electron, 'package.json'))
const { downloadArtifact } = (await import(
  pathToFileURL(required.resolve('@electron/get')).href
)) as ElectronGet

await downloadArtifact({
  version: JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: JSON.parse(readFileSync(join(electron, 'checksums.json'), 'utf8')),
  downloadOptions: {
    quiet: true,
    getProgressCallback: ({ transferred }) => console.log(transferred),
  },
}).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
