import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { ImportDraft } from '../../../../shared/domain/imports/import-draft.ts'
import { readContent } from '../../../helpers/read-import.ts'
import { zipOf } from '../../../helpers/zip-file.ts'

type Cells = Readonly<Record<string, string>>

/** A table of one row as Decidim writes it: `;`, quotation marks where needed. */
function csvOf(...rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quoted = (text: string): string => (/[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(';')}\n`)
    .join('')
}

const base: Cells = {
  id: '42',
  'participatory_space/id': '3',
  'participatory_space/url': 'https://participer.exemple.fr/processes/bp',
  'component/id': '12',
  'title/fr': 'Végétaliser l’école',
  'body/fr': 'Planter des arbres, créer un potager.',
  address: '1 place de la Mairie',
  latitude: '48.8566',
  longitude: '2.3522',
  reference: 'PART-PROP-2024-03-42',
  published_at: '2024-03-02 14:24:20 +0100',
  url: 'https://participer.exemple.fr/processes/bp/f/12/proposals/42',
}
const categoryEra: Cells = {
  ...base,
  'category/id': '5',
  'category/name/fr': 'Nature en ville',
  'scope/id': '7',
  'scope/name/fr': 'Centre',
}

/** What every generation says of the same proposal, each in its own headers. */
const generations: readonly {
  readonly name: string
  readonly cells: Cells
  readonly draft: Partial<Extract<ImportDraft, { kind: 'submission' }>>
}[] = [
  {
    name: '2019: title and body without a locale, votes',
    cells: {
      id: '42',
      'category/id': '5',
      'category/name/fr': 'Nature en ville',
      'scope/id': '7',
      'scope/name/fr': 'Centre',
      title: 'Végétaliser l’école',
      body: 'Planter des arbres, créer un potager.',
      votes: '31',
      comments: '4',
      created_at: '2024-03-02 14:24:20 +0100',
      url: base.url ?? '',
      'component/id': '12',
      meeting_urls: '',
    },
    draft: { themeName: 'Nature en ville', districtName: 'Centre', supportsCount: 31, commentsCount: 4 },
  },
  {
    name: '0.26: supports and endorsements, no author',
    cells: {
      ...categoryEra,
      state: 'accepted',
      'answer/fr': '<p>Oui</p>',
      supports: '31',
      'endorsements/total_count': '2',
      'endorsements/user_endorsements': 'Ana, Bob',
      comments: '4',
      attachments: '1',
      followers: '9',
      is_amend: 'false',
      'original_proposal/title': '',
    },
    draft: {
      supportsCount: 31,
      commentsCount: 4,
      platformState: 'accepted',
      withdrawn: false,
      districtName: 'Centre',
    },
  },
  {
    name: '0.27: authors',
    cells: {
      ...categoryEra,
      'author/id': '8',
      'author/name': 'Ana Lopez',
      'author/url': 'https://x',
      supports: '31',
      state: 'withdrawn',
    },
    draft: { authorName: 'Ana Lopez', supportsCount: 31, withdrawn: true, platformState: 'withdrawn' },
  },
  {
    name: '0.28: authors gone again',
    cells: { ...categoryEra, supports: '31', answered_at: '2024-04-01 10:00:00 UTC', state: '' },
    draft: { supportsCount: 31, withdrawn: false },
  },
  {
    name: '0.29: votes, withdrawn as a column of its own',
    cells: {
      ...categoryEra,
      votes: '31',
      state: 'rejected',
      withdrawn: 'true',
      withdrawn_at: '2024-04-01 10:00:00 UTC',
    },
    draft: { supportsCount: 31, withdrawn: true, platformState: 'rejected' },
  },
  {
    name: '0.30: taxonomies, hidden votes, follows_count',
    cells: {
      ...base,
      'taxonomies/ids': '21, 34',
      'taxonomies/21/fr': 'Nature en ville',
      'taxonomies/34/fr': 'Centre',
      votes: '',
      follows_count: '9',
      cost: '12000.0',
      created_at: '2024-03-01 08:00:00 +0100',
    },
    draft: { taxonomies: ['Nature en ville', 'Centre'] },
  },
  {
    name: '0.31: likes',
    cells: { ...base, votes: '31', 'likes/total_count': '2', 'likes/user_likes': 'Ana', state: 'a_revoir_0' },
    draft: { supportsCount: 31, platformState: 'a_revoir_0' },
  },
  {
    name: 'Open Source Politics: contacts and weighted votes',
    cells: {
      ...categoryEra,
      'author/name': 'Ana Lopez',
      'author/nickname': 'ana',
      'author/email': 'ana@exemple.fr',
      'author/phone_number': '0612345678',
      votes: '31',
      votes_green_approval: '20',
    },
    draft: {
      authorName: 'Ana Lopez',
      authorEmail: 'ana@exemple.fr',
      authorPhone: '0612345678',
      supportsCount: 31,
    },
  },
  {
    name: 'decidim_awesome: fields of its own, text as a definition list',
    cells: {
      ...categoryEra,
      'body/fr': '<xml><dl><dt>Quoi</dt><dd>Planter des arbres, créer un potager.</dd></dl></xml>',
      'field/budget-estime/fr': '5000',
      'votes/Green': '12',
    },
    draft: { themeName: 'Nature en ville' },
  },
  {
    name: 'any locale, machine translations aside',
    cells: {
      id: '42',
      'component/id': '12',
      'title/ca': 'Végétaliser l’école',
      'title/machine_translations/fr': 'Traduit',
      'body/ca': 'Planter des arbres, créer un potager.',
      'body/machine_translations/fr': 'Traduit aussi',
      'category/name/ca': 'Nature en ville',
      'scope/name': 'Centre',
    },
    draft: { themeName: 'Nature en ville', districtName: 'Centre' },
  },
]

describe('Decidim proposals of every generation', () => {
  it.each(generations)('$name', async ({ cells, draft }) => {
    const { inspection, drafts, issues } = await readContent(csvOf(cells))
    expect(inspection.target).toBe('decidim-proposals')
    expect(issues).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      externalId: '42',
      title: 'Végétaliser l’école',
      componentId: '12',
      ...draft,
    })
    expect(drafts[0]).toHaveProperty('bodyText', expect.stringContaining('créer un potager.'))
  })

  it.each(generations)('drops no filled column: $name', async ({ cells }) => {
    const { drafts } = await readContent(csvOf(cells))
    const text = JSON.stringify(drafts)
    const read = new Set([
      'participatory_space/url',
      'category/name/fr',
      'withdrawn',
      'published_at',
      'meeting_urls',
    ])
    for (const [column, value] of Object.entries(cells)) {
      if (value === '' || read.has(column) || /(^|\/)body\/|created_at/.test(column)) continue
      const kept = text.includes(JSON.stringify(value).slice(1, -1)) || text.includes(String(Number(value)))
      expect(kept, `${column}: ${value}`).toBe(true)
    }
  })

  it('takes the locale that is asked for, then French, English, the first', async () => {
    const cells = { ...categoryEra, 'title/en': 'Greening', 'body/en': 'Trees' }
    expect((await readContent(csvOf(cells))).drafts[0]).toHaveProperty('title', 'Végétaliser l’école')
    expect((await readContent(csvOf(cells), 'a.csv', { locale: 'en' })).drafts[0]).toHaveProperty(
      'title',
      'Greening',
    )
  })

  it('undoes the formula guard, and that mark only', async () => {
    const texts = ["'-Bancs", "'=Somme", "'@mairie", "'+1", "'Bancs'", "''-Bancs", '’-Bancs', "'"]
    const { drafts } = await readContent(
      csvOf(...texts.map((text, index) => ({ ...categoryEra, id: String(index), 'title/fr': text }))),
    )
    expect(drafts.map((draft) => ('title' in draft ? draft.title : ''))).toEqual([
      '-Bancs',
      '=Somme',
      '@mairie',
      '+1',
      "'Bancs'",
      "''-Bancs",
      '’-Bancs',
      "'",
    ])
  })

  it('reads identifiers that became decimals on their way', async () => {
    const { drafts, issues } = await readContent(
      csvOf({ ...categoryEra, id: '12.0' }, { ...categoryEra, id: '012' }, { ...categoryEra, id: '12' }),
    )
    expect(drafts.map(({ externalId }) => externalId)).toEqual(['12', '012'])
    expect(issues).toMatchObject([{ line: 4, code: 'identifier-repeated', value: '12' }])
  })

  it('gives the same from JSON as from CSV, and from the archive that holds either', async () => {
    const nested = [
      {
        id: 42,
        category: { id: 5, name: { fr: 'Nature en ville' } },
        scope: { id: 7, name: { fr: 'Centre' } },
        component: { id: 12 },
        participatory_space: { id: 3, url: base['participatory_space/url'] },
        title: { fr: 'Végétaliser l’école' },
        body: { fr: 'Planter des arbres, créer un potager.' },
        address: base.address,
        latitude: 48.8566,
        longitude: 2.3522,
        reference: base.reference,
        published_at: '2024-03-02T14:24:20.000+01:00',
        url: base.url,
      },
    ]
    const json = JSON.stringify(nested, undefined, 2)
    const csv = csvOf(categoryEra)
    const expected = (await readContent(csv)).drafts
    expect((await readContent(json, 'a.json')).drafts).toEqual(expected)
    for (const [name, content] of [
      ['proposals-02/03/2024-51860.csv', csv],
      ['proposals-02/03/2024-51860.json', json],
    ] as const) {
      const zip = zipOf([
        { name: '__MACOSX/._x.csv', content: 'x' },
        { name, content },
      ])
      const read = await readContent(zip, 'export.zip')
      expect(read.inspection.sheets).toEqual([name])
      expect(read.drafts).toEqual(expected)
    }
  })

  it('reads a workbook’s serial and real dates as wall time of Paris', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('proposals')
    sheet.addRow(['id', 'component/id', 'title/fr', 'body/fr', 'published_at'])
    sheet.addRow([1, 12, 'Été', 'x', 45_475.5])
    sheet.addRow([2, 12, 'Hiver', 'x', new Date(Date.UTC(2024, 0, 15, 12))])
    sheet.getCell('E3').numFmt = 'dd.mm.yyyy HH:MM:SS'
    const { drafts } = await readContent(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx')
    expect(drafts.map((draft) => ('submittedAt' in draft ? draft.submittedAt : ''))).toEqual([
      '2024-07-02T10:00:00.000Z',
      '2024-01-15T11:00:00.000Z',
    ])
  })

  it('knows comments with a bare user group, meetings and costed projects', async () => {
    const comment = {
      id: '7',
      created_at: '2024-03-02 14:24:20 UTC',
      body: 'Bien <b>vu</b>',
      locale: 'fr',
      'author/id': '9',
      'author/name': 'Bob',
      alignment: '-1',
      depth: '1',
      'user_group/id': '',
      'user_group/name': 'Les Amis',
      commentable_id: '6',
      commentable_type: 'Decidim::Comments::Comment',
      root_commentable_url: `${base.url}?commentId=7#comment_7`,
    }
    const comments = await readContent(csvOf(comment))
    expect(comments.inspection.target).toBe('decidim-comments')
    expect(comments.drafts).toMatchObject([
      {
        body: 'Bien vu',
        alignment: -1,
        depth: 1,
        parentExternalId: '6',
        rootExternalId: '42',
        extra: { 'user_group/name': 'Les Amis' },
      },
    ])
    const meeting = {
      id: '4',
      'title/fr': 'Atelier',
      'description/fr': '<p>Venez</p>',
      start_time: '2024-03-02 18:00:00',
      end_time: '2024-03-02 20:00:00',
      attendees: '35',
      contributions: '12',
      address: 'Mairie',
      'location/fr': 'Salle 2',
    }
    expect((await readContent(csvOf(meeting))).drafts).toMatchObject([
      {
        kind: 'meeting',
        title: 'Atelier',
        description: 'Venez',
        startsAt: '2024-03-02T17:00:00.000Z',
        attendees: 35,
        contributions: 12,
        address: 'Mairie – Salle 2',
      },
    ])
    const project = {
      id: '5',
      'component/id': '13',
      'title/fr': 'Place',
      'description/fr': '<p>Une place</p>',
      'budget/id': '2',
      budget_amount: '12000',
      confirmed_votes: '80',
      paper_ballots: '20',
      total_votes: '100',
      selected_at: '2024-06-01',
      related_proposals: '41, 42',
    }
    expect((await readContent(csvOf(project))).drafts).toMatchObject([
      {
        kind: 'project',
        cost: 1_200_000,
        votesCount: 100,
        selected: true,
        submissionExternalIds: ['41', '42'],
        extra: { confirmed_votes: '80', paper_ballots: '20' },
      },
    ])
  })
})
