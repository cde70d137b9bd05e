/** The name of a pressed key: `j`, `shift+j`, `mod+k` (Ctrl, or Command on macOS), `enter`, `?`. Undefined for bare modifiers. */
export function keyName(event: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}): string | undefined {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  if (['control', 'shift', 'alt', 'meta', 'altgraph', 'dead'].includes(key) || event.altKey) return undefined
  const mod = event.ctrlKey || event.metaKey
  // Shift is part of a character such as `?`, but says something more about a letter or a named key.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${key}`
}

/** Whether the key is a bare character, which preferences may switch off (RGAA 12.10). */
export function isSingleCharacter(name: string): boolean {
  return !name.includes('mod+') && name.replace('shift+', '').length === 1
}

/** Whether a person is typing there: single keys are off. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color'].includes(target.type)
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

const answersItself =
  'a[href], button, summary, select, [role="button"], [role="tab"], [role="option"], input'

/** Whether the element with the focus answers the key by itself: Enter follows a link, letters walk a menu. */
export function isAnsweredByTarget(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="menu"]') !== null) return !name.includes('mod+')
  return (name === 'enter' || name === 'space') && target.matches(answersItself)
}

/** How a key is written for people: `Ctrl K`, `Maj J`. */
export function keyLabel(name: string, language: 'fr' | 'en', platform: string): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    mod: platform === 'darwin' ? '⌘' : 'Ctrl',
    shift: language === 'fr' ? 'Maj' : 'Shift',
    enter: language === 'fr' ? 'Entrée' : 'Enter',
    escape: language === 'fr' ? 'Échap' : 'Esc',
    space: language === 'fr' ? 'Espace' : 'Space',
    delete: language === 'fr' ? 'Suppr' : 'Delete',
    arrowdown: '↓',
    arrowup: '↑',
    arrowleft: '←',
    arrowright: '→',
  }
  return name.split('+').map((part) => words[part] ?? part.toUpperCase())
}
