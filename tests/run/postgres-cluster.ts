import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folder of the newest installed PostgreSQL server, where Debian puts it. */
function serverFolder(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const version = readdirSync(root).sort((left, right) => Number(right) - Number(left))[0]
  return version === undefined ? undefined : join(root, version, 'bin')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/**
 * Starts a throw-away PostgreSQL for the run and tells its address in PARVIS_TEST_POSTGRES. Where no server is
 * installed it says so, and the tests of that engine are skipped.
 */
export async function setup(): Promise<() => void> {
  const bin = serverFolder()
  if (bin === undefined) {
    process.stderr.write('PostgreSQL server not installed: its half of the repository tests is skipped.\n')
    return () => {}
  }
  const folder = mkdtempSync(join(tmpdir(), 'parvis-postgres-'))
  const data = join(folder, 'data')
  const port = await freePort()
  // initdb refuses root: the server then runs as its own user.
  const asRoot = process.getuid?.() === 0
  const run = (program: string, ...programArguments: string[]): void => {
    const command = [join(bin, program), ...programArguments]
    if (asRoot) execFileSync('runuser', ['-u', 'postgres', '--', ...command], { stdio: 'ignore', cwd: '/' })
    else execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' })
  }
  if (asRoot) execFileSync('chown', ['postgres', folder])
  run('initdb', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-D', data)
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  run('pg_ctl', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options, 'start')
  process.env.PARVIS_TEST_POSTGRES = `postgres://postgres@127.0.0.1:${port}/postgres`
  return () => {
    run('pg_ctl', '-m', 'immediate', '-D', data, 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
}
