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

  it('tell where the proposer lives from where the project would stand', async () => {
    const contents = [
      'Titre;Description;Adresse;Adresse postale du porteur\nBancs;À l’ombre;Place du Marché;3 rue Basse, 59100 Roubaix',
      'Titre;Description;Lieu;Adresse du porteur;Code postal du porteur;Ville du porteur\nBancs;À l’ombre;Place du Marché;3 rue Basse;59100;Roubaix',
      'title;text;place;author address\nBancs;À l’ombre;Place du Marché;"3 rue Basse\n59100 Roubaix"',
    ]
    const read = await Promise.all(contents.map((content) => readContent(content)))
    expect(
      read.map(({ drafts: [draft] }) =>
        draft?.kind === 'submission' ? [draft.address, draft.authorAddress, draft.authorName] : [],
      ),
    ).toEqual([
      ['Place du Marché', '3 rue Basse, 59100 Roubaix', undefined],
      ['Place du Marché', '3 rue Basse\n59100 Roubaix', undefined],
      ['Place du Marché', '3 rue Basse\n59100 Roubaix', undefined],
    ])
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
