/** One plain e-mail address: no list, no name, no line end that could begin another header. */
const address = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]{2,}$/u

/** Whether a text is exactly one address that a letter may be drafted to. */
export function isMailAddress(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  return text.length <= 254 && !/[\u0000-\u001f\u007f]/.test(text) && address.test(text)
}
