import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type FileSystem,
  nodeFileSystem,
  writeFileAtomically,
} from '../../../../electron/exports/writers/atomic-file.ts'
import { writeXlsx } from '../../../../electron/exports/writers/xlsx.writer.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { everyKind, fullRow, sampleDocument } from './sample-document.ts'

const inFolder = temporaryFolder()
let cases = 0

/** A folder of its own holding a previous version of the file. */
async function previousFile(): Promise<{ readonly folder: string; readonly path: string }> {
  cases += 1
  const folder = inFolder(`case-${cases}`)
  await mkdir(folder)
  const path = join(folder, 'registre.xlsx')
  await writeFile(path, 'previous')
  return { folder, path }
}

function failing(step: keyof FileSystem, code: string): FileSystem {
  const fail = async () => {
    throw Object.assign(new Error(code), { code })
  }
  return { ...nodeFileSystem, [step]: fail }
}

describe('writeFileAtomically', () => {
  it('replaces the previous file by the new one', async () => {
    const { folder, path } = await previousFile()
    await writeFileAtomically(path, (temporaryPath) => writeFile(temporaryPath, 'new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['registre.xlsx'])
  })

  it('clears away what a process killed days ago left, and nothing of a write that goes on', async () => {
    const { folder, path } = await previousFile()
    const old = '.parvis-11111111-2222-4333-8444-555555555555.part'
    const fresh = '.parvis-66666666-7777-4888-8999-000000000000.part'
    for (const name of [old, fresh, 'old.part']) await writeFile(join(folder, name), 'half')
    const longAgo = new Date(Date.now() - 3 * 86_400_000)
    for (const name of [old, 'old.part']) await utimes(join(folder, name), longAgo, longAgo)
    await writeFileAtomically(path, (temporaryPath) => writeFile(temporaryPath, 'new'))
    expect((await readdir(folder)).sort()).toEqual([fresh, 'old.part', 'registre.xlsx'])
  })

  it.each([
    ['create', 'ENOENT', 'folder-missing'],
    ['create', 'EACCES', 'place-read-only'],
    ['create', 'EPERM', 'place-read-only'],
    ['create', 'EROFS', 'place-read-only'],
    ['create', 'ENOSPC', 'disk-full'],
    ['flush', 'ENOSPC', 'disk-full'],
    ['flush', 'EDQUOT', 'disk-full'],
    ['flush', 'EROFS', 'place-read-only'],
    ['rename', 'EBUSY', 'file-busy'],
    ['rename', 'EPERM', 'file-busy'],
    ['rename', 'EACCES', 'file-busy'],
    ['rename', 'ENOSPC', 'disk-full'],
  ] as const)(
    'when %s fails with %s, refuses with %s and keeps the previous file',
    async (step, code, refusal) => {
      const { folder, path } = await previousFile()
      const write = (temporaryPath: string) => writeFile(temporaryPath, 'new')
      await expect(writeFileAtomically(path, write, undefined, failing(step, code))).rejects.toMatchObject({
        name: 'AppError',
        code: refusal,
        parameters: { file: 'registre.xlsx', folder },
      })
      expect(await readFile(path, 'utf8')).toBe('previous')
      expect(await readdir(folder)).toEqual(['registre.xlsx'])
    },
  )

  it('tries again when another program holds the file for an instant', async () => {
    const { path } = await previousFile()
    let attempts = 0
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        attempts += 1
        if (attempts < 3) throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
        await nodeFileSystem.rename(from, to)
      },
    }
    await writeFileAtomically(path, (temporary) => writeFile(temporary, 'new'), undefined, fileSystem)
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('refuses before a long write when the file is protected or is a folder', async () => {
    const { folder, path } = await previousFile()
    const unreached = async () => expect.unreachable()
    const isProtected: FileSystem = { ...nodeFileSystem, inspect: async () => 'protected' }
    await expect(writeFileAtomically(path, unreached, undefined, isProtected)).rejects.toMatchObject({
      code: 'file-busy',
    })
    await expect(writeFileAtomically(folder, unreached)).rejects.toMatchObject({ code: 'target-is-folder' })
    await expect(writeFileAtomically(join(folder, 'absent', 'x.xlsx'), unreached)).rejects.toMatchObject({
      code: 'folder-missing',
    })
  })

  it('keeps the previous file when cancelled, before, during or after the write', async () => {
    for (const moment of ['before', 'during', 'after']) {
      const { folder, path } = await previousFile()
      const controller = new AbortController()
      if (moment === 'before') controller.abort()
      const write = async (temporaryPath: string) => {
        if (moment === 'during') controller.abort()
        controller.signal.throwIfAborted()
        await writeFile(temporaryPath, 'new')
        controller.abort()
      }
      await expect(writeFileAtomically(path, write, controller.signal)).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['previous', ['registre.xlsx']])
    }
  })

  it('lets a fault of the writer through and cleans up after it', async () => {
    const { folder, path } = await previousFile()
    const write = async () => {
      throw new TypeError('bug')
    }
    await expect(writeFileAtomically(path, write)).rejects.toThrow(TypeError)
    expect(await readdir(folder)).toEqual(['registre.xlsx'])
  })
})

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('on a real disk of 256 KB', () => {
  const disk = () => inFolder('disk')
  let mounted = false
  beforeAll(async () => {
    await mkdir(disk())
    mounted = mountSmallDisk(disk())
  })
  afterAll(() => {
    if (mounted) execFileSync('umount', [disk()])
  })

  it('a workbook too large is refused with disk-full, the previous one stays', async ({ skip }) => {
    if (!mounted) skip('no right to mount a tmpfs here')
    const path = join(disk(), 'registre.xlsx')
    await writeFile(path, 'previous')
    function* rows() {
      for (let row = 0; row < 20_000; row += 1)
        yield { ...fullRow, text: `${Math.sin(row)} ${Math.cos(row)}` }
    }
    const written = writeFileAtomically(path, async (temporaryPath) => {
      await writeXlsx(sampleDocument(everyKind, rows()), temporaryPath)
    })
    await expect(written).rejects.toMatchObject({ code: 'disk-full' })
    expect([await readFile(path, 'utf8'), await readdir(disk())]).toEqual(['previous', ['registre.xlsx']])
  })
})
