import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import type { App } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { dossierPathIn, governLifecycle } from '../../../electron/shell/app-lifecycle.ts'

describe('the dossier named on a command line', () => {
  it('is found among the other words, and starts from the folder of the caller', () => {
    const line = ['electron', '.', '--user-data-dir=/tmp/x.parvis', 'Budget 2026.PARVIS']
    expect(dossierPathIn(line, '/home/mairie')).toBe(resolve('/home/mairie/Budget 2026.PARVIS'))
    expect(dossierPathIn(['electron', '.'], '/')).toBeUndefined()
    expect(dossierPathIn(['/opt/app.parvis'], '/')).toBeUndefined()
  })
})

describe('the life of the application', () => {
  function governed(first: boolean) {
    const app = Object.assign(new EventEmitter(), { quit: vi.fn(), requestSingleInstanceLock: () => first })
    const onOpen = vi.fn()
    const { promise, resolve: finish } = Promise.withResolvers<void>()
    const alone = governLifecycle(app as unknown as App, { onOpen, onQuit: () => promise })
    return { app, onOpen, alone, finish, quitting: promise }
  }

  it('leaves when another instance is there', () => {
    const { app, alone } = governed(false)
    expect([alone, app.quit.mock.calls.length]).toEqual([false, 1])
  })

  it('opens what a second start or the file manager names', () => {
    const { app, onOpen } = governed(true)
    app.emit('second-instance', {}, ['electron', '.', 'a.parvis'], '/home')
    app.emit('second-instance', {}, ['electron', '.'], '/home')
    const preventDefault = vi.fn()
    app.emit('open-file', { preventDefault }, '/b.parvis')
    expect(onOpen.mock.calls).toEqual([[resolve('/home/a.parvis')], [undefined], ['/b.parvis']])
    expect(preventDefault).toHaveBeenCalled()
  })

  it('ends only after the dossier is closed', async () => {
    const { app, finish, quitting } = governed(true)
    const first = vi.fn()
    app.emit('will-quit', { preventDefault: first })
    expect([first.mock.calls.length, app.quit.mock.calls.length]).toEqual([1, 0])
    finish()
    await quitting
    await new Promise(setImmediate)
    expect(app.quit).toHaveBeenCalledTimes(1)
    const second = vi.fn()
    app.emit('will-quit', { preventDefault: second })
    expect(second).not.toHaveBeenCalled()
  })
})
