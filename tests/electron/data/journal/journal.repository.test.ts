import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the journal', (open) => {
  let dossier: TestDossier
  beforeEach(async () => {
    dossier = await open()
  })
  afterEach(() => dossier.close())

  async function write(count: number): Promise<void> {
    const call = await dossier.callAs('Camille', ['moderator'])
    for (let index = 0; index < count; index++) {
      await call.change(['journal'], async (change) => {
        change.record({ action: 'test.act', objectKind: 'test', after: { index }, reason: 'é' })
      })
    }
  }

  it('chains every entry to the one before', async () => {
    await write(5)
    expect(await verifyJournal(dossier.database.reader)).toEqual({
      sound: true,
      entries: 5,
      brokenAtSequence: null,
    })
  })

  it('I3 refuses to rewrite or delete the past', async () => {
    await write(2)
    const { db } = dossier.database
    await expect(sql`update journal_entry set reason = 'x' where sequence = 1`.execute(db)).rejects.toThrow(
      /append-only/,
    )
    await expect(sql`delete from journal_entry where sequence = 2`.execute(db)).rejects.toThrow(/append-only/)
  })

  it('shows where somebody edited the past behind its back', async () => {
    await write(4)
    const { db, dialect } = dossier.database
    await (dialect.kind === 'sqlite'
      ? sql`drop trigger journal_entry_unchanged`.execute(db)
      : sql`drop trigger journal_entry_unchanged on journal_entry`.execute(db))
    await sql`update journal_entry set reason = 'forged' where sequence = 3`.execute(db)
    expect(await verifyJournal(dossier.database.reader)).toEqual({
      sound: false,
      entries: 2,
      brokenAtSequence: 3,
    })
  })

  it('writes nothing of an act that fails', async () => {
    const call = await dossier.callAs('Camille', ['moderator'])
    const act = call.change(['journal'], async (change) => {
      change.record({ action: 'test.act', objectKind: 'test' })
      await change.trx.updateTable('process').set({ title: 'changed' }).execute()
      throw new Error('stop')
    })
    await expect(act).rejects.toThrow('stop')
    const { title } = await dossier.database.reader
      .selectFrom('process')
      .select('title')
      .executeTakeFirstOrThrow()
    expect([title, dossier.topics, (await verifyJournal(dossier.database.reader)).entries]).toEqual([
      'Budget participatif 2026',
      [],
      0,
    ])
  })
})
