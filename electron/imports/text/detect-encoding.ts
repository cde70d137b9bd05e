import type { TextEncoding } from '../../../shared/domain/imports/raw-table.ts'
import type { ScannedFile } from '../formats/import-format.ts'

/**
 * The encoding of a text file: its mark if it has one, UTF-16 by its zero bytes, UTF-8 when every byte fits (or nearly:
 * a few broken characters in a text full of good ones), else Windows-1252, as French Excel saves.
 */
export function detectEncoding(file: Pick<ScannedFile, 'head' | 'validUtf8'>): TextEncoding {
  const { head } = file
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  let evenZeros = 0
  let oddZeros = 0
  const looked = Math.min(head.length, 4_096)
  for (let index = 0; index < looked; index++) {
    if (head[index] === 0) index % 2 === 0 ? evenZeros++ : oddZeros++
  }
  if (oddZeros > looked / 5 && evenZeros < looked / 50) return 'utf-16le'
  if (evenZeros > looked / 5 && oddZeros < looked / 50) return 'utf-16be'
  if (file.validUtf8) return 'utf-8'
  const text = new TextDecoder('utf-8').decode(head)
  const broken = text.match(/\ufffd/gu)?.length ?? 0
  const good = text.match(/[\u00a0-\ud7ff\ue000-\uefff]/gu)?.length ?? 0
  return good > broken * 10 ? 'utf-8' : 'windows-1252'
}
