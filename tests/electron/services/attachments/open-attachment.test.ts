import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertAttachment } from '../../../../electron/data/attachments/attachment.repository.ts'
import { openAttachment } from '../../../../electron/services/attachments/open-attachment.ts'
import { closeDossier } from '../../../../electron/services/dossiers/open-dossier.ts'
import { openTestDossier, type TestDossier } from '../../../helpers/test-dossier.ts'

describe('an attachment that is opened', () => {
  let dossier: TestDossier
  beforeEach(async () => {
    dossier = await openTestDossier()
  })
  afterEach(() => dossier.close())

  it('is a copy that only its reader may read, under a harmless name, and goes with the dossier', async () => {
    const opened: string[] = []
    const base = await dossier.callAs('Camille', ['moderator'])
    const call = {
      ...base,
      ports: {
        ...base.ports,
        opener: {
          open: async (path: string) => {
            opened.push(path)
          },
          showInFolder: async () => {},
        },
      },
    }
    await call.change([], async (change) => {
      await insertAttachment(change.trx, {
        id: 'piece',
        ownerKind: 'submission',
        ownerId: 'any',
        fileName: '..\\..\\plan: de la "place".pdf',
        mediaType: 'application/octet-stream',
        sha256: '0'.repeat(64),
        alternativeText: '',
        credit: '',
        addedAt: change.at,
        content: Buffer.from('%PDF'),
      })
    })
    await openAttachment(call, 'piece')
    const [path = ''] = opened
    expect(basename(path)).toBe('.._.._plan_ de la _place_.pdf')
    expect(readFileSync(path, 'utf8')).toBe('%PDF')
    if (process.platform !== 'win32')
      expect([statSync(dirname(path)).mode & 0o077, statSync(path).mode & 0o077]).toEqual([0, 0])
    await closeDossier(call.session)
    expect(existsSync(dirname(path))).toBe(false)
  })
})
