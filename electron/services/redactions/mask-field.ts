import { maskJson, maskRemarks } from '../../../shared/domain/moderation/mask-record.ts'
import {
  countPassages,
  maskRichText,
  maskText,
  plainOfRichText,
} from '../../../shared/domain/moderation/redaction.ts'
import type { TextFormat } from '../../data/redactions/redactable-tables.ts'

/** A column's text with the passages masked, by the way in which it holds its words. */
export function maskField(format: TextFormat, text: string, passages: readonly string[]): string {
  if (passages.length === 0) return text
  switch (format) {
    case 'plain':
      return maskText(text, passages)
    case 'rich':
      return maskRichText(text, passages)
    case 'record':
      return maskJson(text, passages) ?? text
    case 'remarks':
      return JSON.stringify(maskRemarks(JSON.parse(text), passages))
  }
}

/** How often the passages stand in a column's text. */
export function countInField(format: TextFormat, text: string, passages: readonly string[]): number {
  return wordsOf(format, text).reduce((sum, words) => sum + countPassages(words, passages), 0)
}

function wordsOf(format: TextFormat, text: string): readonly string[] {
  if (format === 'plain') return [text]
  if (format === 'rich') return [plainOfRichText(text), ...linkAddresses(text)]
  return textsIn(JSON.parse(text))
}

function linkAddresses(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag)
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
