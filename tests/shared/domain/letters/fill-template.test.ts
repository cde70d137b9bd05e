import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSubject, fillTemplate, unknownFields } from '../../../../shared/domain/letters/fill-template.ts'
import {
  fieldNamed,
  fieldNames,
  type LetterField,
  type LetterValues,
  letterFields,
} from '../../../../shared/domain/letters/letter-fields.ts'

function valuesWith(some: Partial<Record<LetterField, string>>): LetterValues {
  return Object.fromEntries(letterFields.map((field) => [field, some[field] ?? ''])) as LetterValues
}

/** Words of citizens that look like what a template is made of. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('{contact}', '{titre}', '$&', '$1', '{', '}', '{}', '\\', '{référence} {'),
)

describe('a template', () => {
  it('is filled by French names, whatever accents and capitals, and by English ones', () => {
    const values = valuesWith({ reference: 'BP26-0142', depositDate: '3 mars 2026' })
    expect(fillTemplate('{référence} {Reference} {REFERENCE} {date de dépôt} {Date De Depot}', values)).toBe(
      'BP26-0142 BP26-0142 BP26-0142 3 mars 2026 3 mars 2026',
    )
  })

  it('knows every field by the name that the interface inserts', () => {
    for (const field of letterFields) expect(fieldNamed(fieldNames[field])).toBe(field)
  })

  it('leaves out a paragraph all of whose fields are empty, and no other', () => {
    const template = 'Bonjour,\n\nArticle : {article}.\n\nMotif : {motif}, {article}.\n\nSans champ.'
    expect(fillTemplate(template, valuesWith({ reason: 'hors sujet' }))).toBe(
      'Bonjour,\n\nMotif : hors sujet, .\n\nSans champ.',
    )
  })

  it('never takes what a citizen wrote for a field', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, contact) => {
        const filled = fillTemplate('a{titre}b', valuesWith({ title, contact }))
        expect(filled).toBe(title.trim() === '' ? '' : `a${title.trim()}b`.trim())
      }),
    )
  })

  it('fills a subject on one line', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (lines) => {
        expect(fillSubject('Objet {titre}', valuesWith({ title: lines.join('\n') }))).not.toContain('\n')
      }),
    )
  })

  it('tells each unknown name with its place, and changes nothing else of a text without fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '.', '\n'), maxLength: 20 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (pieces) => {
          const text = pieces.join('{inconnu}')
          const found = unknownFields(text)
          expect(found).toHaveLength(pieces.length - 1)
          for (const { start, end, line, column } of found) {
            expect(text.slice(start, end)).toBe('{inconnu}')
            expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^\{inconnu\}/)
          }
        },
      ),
    )
  })
})
