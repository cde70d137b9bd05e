/** Colours come from settings that anyone may have typed: only `#rrggbb` reaches a document. */
export type HexColor = `#${string}`

export const defaultAccent: HexColor = '#1f4e5f'

/** The colour when it is a plain `#rgb` or `#rrggbb`, else the fallback. */
export function safeColor(color: string | null, fallback: HexColor = defaultAccent): HexColor {
  const text = (color ?? '').trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(text)) return `#${text.slice(1)}`
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`
  return fallback
}

type Channels = readonly [number, number, number]

function channels(color: HexColor): Channels {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function fromChannels([red, green, blue]: Channels): HexColor {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** Mixes `share` (0 to 1) of the second colour into the first. */
export function mixColors(first: HexColor, second: HexColor, share: number): HexColor {
  const from = channels(first)
  const to = channels(second)
  const at = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share
  return fromChannels([at(0), at(1), at(2)])
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(color: HexColor): number {
  const [red, green, blue] = channels(color)
  const linear = (channel: number): number => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(first: HexColor, second: HexColor): number {
  const lighter = Math.max(luminance(first), luminance(second))
  const darker = Math.min(luminance(first), luminance(second))
  return (lighter + 0.05) / (darker + 0.05)
}

/** Ink for text on this background: white where it reads well enough (4.5:1), else black. */
export function inkOn(background: HexColor): HexColor {
  return contrast(background, '#ffffff') >= 4.5 ? '#ffffff' : '#000000'
}

/** The same hue, darkened until text in it reads on white paper (4.5:1). */
export function readableOnWhite(color: HexColor): HexColor {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mixColors(color, '#000000', share)
    if (contrast(candidate, '#ffffff') >= 4.6) return candidate
  }
  return '#000000'
}
