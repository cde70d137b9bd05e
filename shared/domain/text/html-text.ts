const entityOf: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const characterOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(entityOf).map(([character, entity]) => [entity, character]),
)

/** Escapes a text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entityOf[character] ?? '')
}

/** The text that `escapeHtml` wrote; other entities stay as they are. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characterOf[entity] ?? entity)
}
