import { describe, expect, it } from 'vitest'
import { readContent } from '../../../helpers/read-import.ts'

describe('columns of a table', () => {
  const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  it('keep their cells whatever their header, also words that every object knows', async () => {
    const content = [`titre;texte;${odd.join(';')}`, 'Bancs;À l’ombre;un;deux;trois;quatre'].join('\n')
    const { drafts } = await readContent(content)
    const [draft] = drafts
    const extra = draft !== undefined && 'extra' in draft ? draft.extra : {}
    expect(JSON.parse(JSON.stringify(Object.entries(extra)))).toEqual([
      ['__proto__', 'un'],
      ['constructor', 'deux'],
      ['toString', 'trois'],
      ['hasOwnProperty', 'quatre'],
    ])
    expect(Object.hasOwn(Object.prototype, 'un')).toBe(false)
  })

  it('keep them in a Decidim export too', async () => {
    const header = 'id;category/id;scope/id;component/id;title/fr;body/fr;state;reference;published_at;url'
    const { drafts, inspection } = await readContent(
      [
        `${header};${odd.join(';')}`,
        '7;1;1;3;Bancs;À l’ombre;;R-7;;https://a.fr/7;un;deux;trois;quatre',
      ].join('\n'),
    )
    const [draft] = drafts
    expect(inspection.target).toBe('decidim-proposals')
    expect(draft !== undefined && 'extra' in draft ? Object.entries(draft.extra) : []).toEqual(
      expect.arrayContaining([
        ['__proto__', 'un'],
        ['constructor', 'deux'],
      ]),
    )
  })
})
