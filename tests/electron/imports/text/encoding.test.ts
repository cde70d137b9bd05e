import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../../helpers/read-import.ts'

const text =
  'Titre;Description;Coût estimé;Reçu le\nŒuvre à l’école – « été »;Çà et là, 3 €;1 234,50 €;1/3/2026\n'
const encodings = [
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
  ['UTF-16 LE', Buffer.from(text.repeat(3), 'utf16le'), 'utf-16le'],
  ['Windows-1252', iconv.encode(text, 'win1252'), 'windows-1252'],
] as const

describe('encodings', () => {
  it.each(encodings)('reads %s', async (_name, bytes, encoding) => {
    const { inspection, drafts } = await readContent(bytes)
    expect(inspection).toMatchObject({ encoding, separator: ';' })
    expect(drafts[0]).toMatchObject({
      title: 'Œuvre à l’école – « été »',
      bodyText: 'Çà et là, 3 €',
      declaredCost: 123_450,
      submittedAt: '2026-02-28T23:00:00.000Z',
    })
  })

  it('lets the officer say otherwise', async () => {
    const { drafts } = await readContent(iconv.encode('Titre,a\nété;x,y\n', 'win1252'), 'a.csv', {
      choices: { encoding: 'windows-1252', separator: ',' },
    })
    expect(drafts[0]).toMatchObject({ title: 'été;x' })
  })

  it('sees a character that is not UTF-8 at the very end of a long file', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`Titre;x\n${'abc;d\n'.repeat(900_000)}`),
      Buffer.from([0xe9, 0x0a]),
    ])
    const { inspection, drafts } = await readContent(bytes)
    expect(inspection.encoding).toBe('windows-1252')
    expect(drafts.at(-1)).toMatchObject({ title: 'é' })
  })

  it('joins characters and line ends that a piece of the file cuts in two', async () => {
    const row = `${'é'.repeat(7)};🌳${'à'.repeat(3)}\r\n`
    const { drafts, issues } = await readContent(`Titre;Description\r\n${row.repeat(90_000)}`)
    expect(issues).toEqual([])
    expect(drafts).toHaveLength(90_000)
    expect(new Set(drafts.map((draft) => ('bodyText' in draft ? draft.bodyText : '')))).toEqual(
      new Set(['🌳ààà']),
    )
  })

  it('reads month-first dates where a day beyond twelve shows them', async () => {
    const { inspection, drafts } = await readContent('Titre;Date\nA;03/25/2026\nB;03/04/2026\n')
    expect(inspection.mapping.dateOrder).toBe('month-first')
    expect(drafts.map((draft) => ('submittedAt' in draft ? draft.submittedAt : ''))).toEqual([
      '2026-03-24T23:00:00.000Z',
      '2026-03-03T23:00:00.000Z',
    ])
  })
})
