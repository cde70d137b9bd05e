import { fieldNamed, type LetterField, type LetterValues } from './letter-fields.ts'

/** A name between braces that is no field, with its place: line and column from 1. */
export interface UnknownField {
  readonly name: string
  readonly line: number
  readonly column: number
  /** Offset in the text, of the opening brace. */
  readonly start: number
  readonly end: number
}

const braces = /\{([^{}\n]*)\}/g

/** Names between braces that no letter knows, in their order. */
export function unknownFields(text: string): readonly UnknownField[] {
  return [...text.matchAll(braces)]
    .filter(([, name = '']) => fieldNamed(name) === undefined)
    .map((match) => {
      const before = text.slice(0, match.index)
      return {
        name: match[1] ?? '',
        line: before.split('\n').length,
        column: match.index - before.lastIndexOf('\n'),
        start: match.index,
        end: match.index + match[0].length,
      }
    })
}

/** The fields that a text names. */
export function fieldsOf(text: string): ReadonlySet<LetterField> {
  return new Set(
    [...text.matchAll(braces)]
      .map(([, name = '']) => fieldNamed(name))
      .filter((field) => field !== undefined),
  )
}

/**
 * Puts the values in their places, once: what a citizen wrote between braces is never taken for a field. A paragraph
 * all of whose fields are empty is left out, so that a template may speak of what only some proposals have. An unknown
 * name stays as it was typed.
 */
export function fillTemplate(template: string, values: LetterValues): string {
  return template
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((paragraph) => !saysNothing(paragraph, values))
    .map((paragraph) => fillLine(paragraph, values))
    .join('\n\n')
    .trim()
}

/** The same for one line (the subject): line ends of a value become spaces, nothing is left out. */
export function fillSubject(template: string, values: LetterValues): string {
  return fillLine(template, values)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

function fillLine(text: string, values: LetterValues): string {
  // A function as replacement: a dollar sign in a value is only a dollar sign.
  return text.replace(braces, (typed, name: string) => {
    const field = fieldNamed(name)
    return field === undefined ? typed : values[field].trim()
  })
}

function saysNothing(paragraph: string, values: LetterValues): boolean {
  const fields = [...fieldsOf(paragraph)]
  return fields.length > 0 && fields.every((field) => values[field].trim() === '')
}
