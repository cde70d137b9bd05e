import { userInfo } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { createTranslator, type Language, languages } from '../../shared/messages/translator.ts'
import { createFileLog } from '../log/file-log.ts'
import type { AppPaths } from '../ports.ts'
import { runUnattended, type UnattendedWork, unattendedPorts } from '../shell/unattended.ts'
import { startWorker, type WorkerClient } from '../shell/worker-client.ts'
import { type CommandSetting, Refused } from './command.ts'
import { showProgress } from './progress.ts'
import { runCommandLine } from './run-command-line.ts'

/** Composition root of the command line: the worker of the window, without the window. */
const built = import.meta.dirname
const typed = joinUserData(typedParameters())
runUnattended(join(built, '../..'), typed, prepare)

/** What stands after our own script: Electron and the host each put something else before it. */
function typedParameters(): readonly string[] {
  const script = basename(import.meta.filename)
  return process.argv.slice(process.argv.findIndex((argument) => basename(argument) === script) + 1)
}

/** `--user-data-dir folder` as the one word that the window takes too. */
function joinUserData(parameters: readonly string[]): readonly string[] {
  const at = parameters.indexOf('--user-data-dir')
  const folder = parameters[at + 1]
  return at < 0 || folder === undefined
    ? parameters
    : parameters.toSpliced(at, 2, `--user-data-dir=${resolve(whereTyped(), folder)}`)
}

/** npm runs in the folder of package.json, and tells where it was called. */
function whereTyped(): string {
  const ofNpm = ['parvis', 'demo'].includes(process.env.npm_lifecycle_event ?? '')
  return (ofNpm ? process.env.INIT_CWD : undefined) ?? process.cwd()
}

function askedLanguage(): Language | undefined {
  const at = typed.findIndex((word) => word === '--language' || word.startsWith('--language='))
  const value = typed[at]?.split('=')[1] ?? typed[at + 1]
  return at < 0 ? undefined : languages.find((language) => language === value)
}

function prepare(paths: AppPaths): UnattendedWork {
  const log = createFileLog(paths.userData, 'command-line')
  const asked = askedLanguage()
  const client = startWorker({ paths, language: asked }, unattendedPorts(log), join(built, 'worker.js'))
  let runningCall: string | undefined
  return {
    async run() {
      const language = asked ?? (await preferredLanguage(client))
      const t = createTranslator(language)
      const progress = showProgress(client, t)
      const setting: CommandSetting = {
        t,
        language,
        async call(feature, method, input) {
          runningCall = crypto.randomUUID()
          const reply = await client.call(`${feature}.${method}`, input, runningCall)
          progress.clear()
          if (!reply.ok) throw new Refused(reply.error)
          // The services answer what the contract says.
          return reply.value as never
        },
        locate: (path) => resolve(whereTyped(), path),
        note: (text) => process.stderr.write(`${text}\n`),
        passphrase: process.env.PARVIS_PASSPHRASE,
        accountName: userInfo().username,
      }
      const result = await runCommandLine(typed, setting).catch((error: unknown) => {
        const incidentId = crypto.randomUUID().slice(0, 8)
        log.error('command failed', { incidentId, fault: error })
        const message = t('errors.internal', { incidentId })
        const output = typed.includes('--json')
          ? JSON.stringify({ error: { code: 'internal', message } })
          : ''
        return { exitCode: 1 as const, output, complaint: message }
      })
      await client.stop()
      if (result.complaint !== '') await write(process.stderr, `${result.complaint}\n`)
      if (result.output !== '') await write(process.stdout, `${result.output}\n`)
      return result.exitCode
    },
    interrupt() {
      if (runningCall !== undefined) client.cancel(runningCall)
    },
  }
}

async function preferredLanguage(client: WorkerClient): Promise<Language> {
  const reply = await client.call('application.preferences', {})
  return reply.ok && (reply.value as { language?: unknown }).language === 'en' ? 'en' : 'fr'
}

/** Written whole before the process ends; a reader that has left (`| head`) is no fault. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done) => {
    stream.once('error', () => done())
    stream.write(text, () => done())
  })
}
