import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { buildCatalogue } from '../../../../electron/exports/catalogue/build-catalogue.ts'
import type { CatalogueOptions } from '../../../../electron/exports/catalogue/catalogue-options.ts'
import type { CatalogueProject } from '../../../../shared/read-models/project-catalogue.ts'
import { sampleCatalogue } from './sample-catalogue.ts'

const options: CatalogueOptions = { format: 'a4', layout: 'page', language: 'fr', fonts: { faces: [] } }

function tagNames(html: string): readonly string[] {
  const names = new Set<string>()
  const parser = new Parser({ onopentag: (name) => names.add(name) })
  parser.end(html)
  return [...names].sort()
}

function attributesOf(html: string): readonly string[] {
  const names = new Set<string>()
  const parser = new Parser({ onattribute: (name) => names.add(name) })
  parser.end(html)
  return [...names]
}

describe('buildCatalogue', () => {
  it('prints the projects in the order given, with number, cost, place and proposers', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 14 }), options)
    const numbers = [...html.matchAll(/<span class="sheet-number">([^<]*)<\/span>/g)].map((match) =>
      Number(match[1]),
    )
    expect(numbers).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
    expect(html).toContain('12\u202f500\u00a0€')
    expect(html).toContain('Amina B., collectif du Pile')
  }, 20_000)

  it('is a document in its language that loads and runs nothing', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 3 }), options)
    expect(html).toContain('<html lang="fr" dir="ltr">')
    expect(html).toContain("default-src 'none'")
    expect(html).toContain(
      '<title>Budget participatif de Roubaix, Édition 2019\u00a0: catalogue des projets</title>',
    )
    expect(html).not.toMatch(/\s(?:src|href)="(?!data:|#)/)
  })

  it('speaks English when asked', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 3 }), { ...options, language: 'en' })
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).toContain('How to vote')
    expect(html).toContain('€12,500')
    expect(html).not.toContain('Sommaire')
  })

  it('writes the dates of the vote in letters, in the time of the town', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 1 }), options)
    expect(html).toContain('Du samedi 1er juin 2019')
    expect(html).toContain('au vendredi 21 juin 2019 à 18\u00a0h')
  })

  it('groups the contents by district and puts the page of each project', () => {
    const pages = new Map([
      ['project-1', 7],
      ['project-2', 8],
    ])
    const html = buildCatalogue(sampleCatalogue({ projects: 5 }), options, pages)
    expect([...html.matchAll(/<span class="contents-page">([^<]*)</g)].map((match) => match[1])).toEqual([
      '7',
      '8',
      '000',
      '000',
      '000',
    ])
    expect(html.match(/class="contents-group"/g)).toHaveLength(5)
  })

  it('opens each district with a heading once, headings never skipping a level', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 10 }), options)
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(html.match(/<h2 class="eyebrow-place"/g)).toHaveLength(5)
  })

  it('describes the map and each picture in words, and hides decoration', () => {
    const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
    const html = buildCatalogue(
      sampleCatalogue({ projects: 5, picture: (index) => (index === 0 ? picture : null) }),
      options,
    )
    expect(html).toContain('alt="La friche vue de la rue, clôturée d’un grillage."')
    expect(html).toMatch(/<svg class="map" role="img" aria-label="Carte des quartiers de Ville de Roubaix/)
    expect(html).toContain('Le Pile\u00a0: 1.')
    expect(html.match(/<svg class="paving" aria-hidden="true"/g)).toHaveLength(4 + 2)
    expect(html.split(picture)).toHaveLength(2)
  })

  it('marks a demonstration on its covers and on every page', () => {
    const real = { ...sampleCatalogue({ projects: 1 }), demonstration: false }
    expect(buildCatalogue(sampleCatalogue({ projects: 1 }), options)).toContain('>Démonstration<')
    expect(buildCatalogue(real, options)).not.toContain('Démonstration')
  })

  it('gives each district its own map when one map could not hold the numbers', () => {
    const html = buildCatalogue(sampleCatalogue({ projects: 80 }), options)
    expect(html.match(/<svg class="map"/g)).toHaveLength(6)
  })

  it('writes letters on the map, explained beside it, where names would cover each other', () => {
    const sample = sampleCatalogue({ projects: 5 })
    const districts = sample.districts.map((district) => ({
      ...district,
      name: `${district.name} et ses quartiers voisins`,
    }))
    const html = buildCatalogue({ ...sample, districts }, options)
    expect(html).toMatch(/<tspan x="[\d.]+" y="[\d.]+">A<\/tspan>/)
    expect(html).toContain('<span class="map-key">A</span> <bdi>Le Pile</bdi>')
  })

  it('does without map, foreword, dates and picture', () => {
    const bare = {
      ...sampleCatalogue({
        projects: 2,
        change: (project) => ({ ...project, latitude: null, longitude: null }),
      }),
      districts: [],
      forewordHtml: '',
      voteOpensAt: null,
      voteClosesAt: null,
      edition: '',
    }
    const html = buildCatalogue(bare, options)
    expect(html).not.toContain('class="map"')
    expect(html).not.toContain('Avant-propos')
    expect(html).toContain('Les dates du vote seront annoncées par la mairie.')
  })

  it('never lets a citizen’s text make a tag or an attribute that the document does not have', () => {
    const calm = buildCatalogue(sampleCatalogue({ projects: 1 }), options)
    const known = {
      tags: [...tagNames(calm), 'br', 'blockquote', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'div'],
      attributes: attributesOf(calm),
    }
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '"><svg onload=x>',
        '</style>',
        "' onclick='x",
        '</bdi>',
      ),
    )
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, text, (title, description, other) => {
        const change = (project: CatalogueProject): CatalogueProject => ({
          ...project,
          title,
          descriptionHtml: description,
          summary: other,
          address: other,
          proposerNames: title,
          themeColor: other,
          pictureDataUrl: other,
        })
        const html = buildCatalogue(sampleCatalogue({ projects: 1, change }), options)
        expect(tagNames(html).filter((name) => !known.tags.includes(name))).toEqual([])
        expect(attributesOf(html).filter((name) => !known.attributes.includes(name))).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
