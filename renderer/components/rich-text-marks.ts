import type { RichNode } from './rich-text-tree.ts'

/**
 * Safe rich text as plain text with light marks, so that a simple field can edit it: a blank line between paragraphs,
 * `- ` and `1. ` for lists, `## ` for a heading, `> ` for a quotation, `**bold**`, `*italic*`, `[text](address)`.
 * A backslash takes a mark literally.
 */
export function marksFromTree(nodes: readonly RichNode[]): string {
  const blocks: string[] = []
  let loose: RichNode[] = []
  const flush = (): void => {
    const text = paragraph(loose)
    if (text !== '') blocks.push(text)
    loose = []
  }
  for (const node of nodes) {
    const block = node.kind === 'element' ? blockOf(node) : undefined
    if (block === undefined) loose.push(node)
    else {
      flush()
      if (block !== '') blocks.push(block)
    }
  }
  flush()
  return blocks.join('\n\n')
}

type RichElement = Extract<RichNode, { kind: 'element' }>

function blockOf(node: RichElement): string | undefined {
  switch (node.tag) {
    case 'p':
      return paragraph(node.children)
    case 'ul':
      return items(node)
        .map((text) => `- ${text}`)
        .join('\n')
    case 'ol':
      return items(node)
        .map((text, index) => `${index + 1}. ${text}`)
        .join('\n')
    case 'h2':
    case 'h3':
    case 'h4':
      return `## ${oneLine(node.children)}`
    case 'blockquote':
      return marksFromTree(node.children)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `> ${line}`)
        .join('\n')
    default:
      return undefined
  }
}

/** The items of a list; an inner list gives its items to the outer one. */
function items(list: RichElement): readonly string[] {
  return list.children.flatMap((child) => {
    if (child.kind !== 'element' || child.tag !== 'li') return []
    const inner = (node: RichNode): node is RichElement =>
      node.kind === 'element' && (node.tag === 'ul' || node.tag === 'ol')
    const own = oneLine(child.children.filter((node) => !inner(node)))
    return [...(own === '' ? [] : [own]), ...child.children.filter(inner).flatMap(items)]
  })
}

function oneLine(nodes: readonly RichNode[]): string {
  return inline(nodes).replace(/\s+/g, ' ').trim()
}

function paragraph(nodes: readonly RichNode[]): string {
  return inline(nodes)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .map((line) => line.replace(/^(?=- |> |## |\d+\. )/, '\\'))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function inline(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text.replace(/\s+/g, ' ').replace(/[\\*[\]]/g, '\\$&')
      if (node.tag === 'br') return '\n'
      const text = inline(node.children)
      if (text.trim() === '') return text
      if (node.tag === 'strong' || node.tag === 'b') return `**${text}**`
      if (node.tag === 'em' || node.tag === 'i') return `*${text}*`
      if (node.tag === 'a' && node.href !== undefined) return `[${text}](${node.href})`
      return node.tag === 'p' || node.tag === 'li' ? `${text} ` : text
    })
    .join('')
}

/** The HTML of a text with marks; only tags of safe rich text, everything else escaped. */
export function htmlFromMarks(text: string): string {
  return text
    .replaceAll('\r', '')
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockHtml)
    .join('')
}

const lineKinds = [
  { mark: /^- +/, wrap: (lines: readonly string[]) => `<ul>${lines.map(listItem).join('')}</ul>` },
  { mark: /^\d+\. +/, wrap: (lines: readonly string[]) => `<ol>${lines.map(listItem).join('')}</ol>` },
  { mark: /^## +/, wrap: (lines: readonly string[]) => lines.map((line) => `<h3>${line}</h3>`).join('') },
  { mark: /^> +/, wrap: (lines: readonly string[]) => `<blockquote>${paragraphHtml(lines)}</blockquote>` },
] as const
const plain = { mark: /^/, wrap: paragraphHtml }

function listItem(line: string): string {
  return `<li>${line}</li>`
}

function paragraphHtml(lines: readonly string[]): string {
  return `<p>${lines.join('<br>')}</p>`
}

/** Lines of one kind that follow each other make one element. */
function blockHtml(block: string): string {
  const runs: { readonly kind: { readonly wrap: (lines: readonly string[]) => string }; lines: string[] }[] =
    []
  for (const line of block.split('\n').map((each) => each.trim())) {
    const kind = lineKinds.find(({ mark }) => mark.test(line)) ?? plain
    const html = inlineHtml(line.replace(kind.mark, ''))
    const run = runs.at(-1)
    if (run !== undefined && run.kind === kind) run.lines.push(html)
    else runs.push({ kind, lines: [html] })
  }
  return runs.map(({ kind, lines }) => kind.wrap(lines)).join('')
}

const inlineMark =
  /\\([\\*[\]\->#\d])|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\*])+?)\*|\[((?:\\.|[^\\\]])+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/

function inlineHtml(text: string): string {
  const found = inlineMark.exec(text)
  if (found === null) return escaped(text)
  const [whole, literal, bold, italic, label, address] = found
  const before = escaped(text.slice(0, found.index))
  const after = inlineHtml(text.slice(found.index + whole.length))
  if (literal !== undefined) return `${before}${escaped(literal)}${after}`
  if (bold !== undefined) return `${before}<strong>${inlineHtml(bold)}</strong>${after}`
  if (italic !== undefined) return `${before}<em>${inlineHtml(italic)}</em>${after}`
  return `${before}<a href="${escaped(address ?? '')}">${inlineHtml(label ?? '')}</a>${after}`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
