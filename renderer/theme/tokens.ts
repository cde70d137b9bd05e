/** The colours of the interface, by meaning. `#rrggbb`; the theme test holds them to their contrasts. */
export interface Tokens {
  /** Lists, documents, fields. */
  readonly surface: string
  /** Navigation, bars: one step behind the surface. */
  readonly canvas: string
  /** Hovered rows and quiet blocks. */
  readonly raised: string
  readonly text: string
  readonly muted: string
  /** Decorative separations; carries no meaning. */
  readonly line: string
  /** Outlines of fields and controls: 3:1 on the surface. */
  readonly controlLine: string
  /** The one accent: what can be done now. Text and icons. */
  readonly accent: string
  /** The accent as a background under `onAccent`. */
  readonly accentFill: string
  readonly accentFillHover: string
  readonly onAccent: string
  /** Selected rows and current page. */
  readonly selected: string
  readonly focus: string
  readonly danger: string
  readonly warning: string
  readonly success: string
}

export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

export const tokens: Readonly<Record<Scheme, Tokens>> = {
  light: {
    surface: '#ffffff',
    canvas: '#f4f6f8',
    raised: '#f0f3f7',
    text: '#1a2230',
    muted: '#535e6d',
    line: '#dde2e8',
    controlLine: '#818c9a',
    accent: '#1d57a5',
    accentFill: '#1d57a5',
    accentFillHover: '#17478a',
    onAccent: '#ffffff',
    selected: '#e6effb',
    focus: '#1d57a5',
    danger: '#b0251c',
    warning: '#8a5200',
    success: '#1d6b39',
  },
  dark: {
    surface: '#161a21',
    canvas: '#101319',
    raised: '#1e242d',
    text: '#e5e9ef',
    muted: '#a6b0bd',
    line: '#2b323d',
    controlLine: '#748193',
    accent: '#86b4f7',
    accentFill: '#2f6cbe',
    accentFillHover: '#2a62ad',
    onAccent: '#ffffff',
    selected: '#1d3150',
    focus: '#86b4f7',
    danger: '#ff8f85',
    warning: '#f0b357',
    success: '#7dcc97',
  },
}
