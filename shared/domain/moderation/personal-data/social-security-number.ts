const shape =
  /(?<!\d)[1-478][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[ABab])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?!\d)/g

/**
 * Whether the key of a French social security number (NIR, INSEE) is right: 97 less the remainder of the thirteen
 * characters modulo 97, Corsica's 2A counting as 19 and 2B as 18.
 */
export function isSocialSecurityNumber(text: string): boolean {
  const code = text.replace(/[\s.]/g, '').toUpperCase()
  if (!/^[1-478]\d{4}(?:\d{2}|2A|2B)\d{8}$/.test(code)) return false
  const number = Number(code.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return 97 - (number % 97) === Number(code.slice(13))
}

/** Social security numbers whose key is right. */
export function findSocialSecurityNumbers(
  text: string,
): readonly { readonly passage: string; readonly at: number }[] {
  return [...text.matchAll(shape)]
    .filter((match) => isSocialSecurityNumber(match[0]))
    .map((match) => ({ passage: match[0], at: match.index }))
}
