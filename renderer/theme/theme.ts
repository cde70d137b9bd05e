import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { typedDay } from '../../shared/domain/dates/typed-day.ts'
import { type Scheme, type Tokens, tokens } from './tokens.ts'

const civic: MantineColorsTuple = [
  '#e6effb',
  '#cfdff5',
  '#a9c7f0',
  '#86b4f7',
  '#5a93e0',
  '#3f7fd2',
  '#2f6cbe',
  '#1d57a5',
  '#17478a',
  '#12386d',
]

const gray: MantineColorsTuple = [
  '#f4f6f8',
  '#f0f3f7',
  '#e6eaef',
  '#dde2e8',
  '#818c9a',
  '#717c8a',
  '#535e6d',
  '#3f4957',
  '#2b3441',
  '#1a2230',
]

const dark: MantineColorsTuple = [
  '#e5e9ef',
  '#c3cad4',
  '#a6b0bd',
  '#8b97a7',
  '#748193',
  '#2b323d',
  '#1e242d',
  '#161a21',
  '#101319',
  '#0b0e12',
]

const family = "'Atkinson Hyperlegible Next Variable', 'Segoe UI', system-ui, sans-serif"

/** How every Mantine component looks in Parvis: compact, one accent, nothing that moves without a reason. */
export const theme = createTheme({
  primaryColor: 'civic',
  primaryShade: { light: 7, dark: 6 },
  colors: { civic, gray, dark },
  black: tokens.light.text,
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: family,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
      h5: { fontSize: '0.875rem', lineHeight: '1.4' },
      h6: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', withAlignedLabels: true } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    // Left alone it would read 01/02/2026 as the second of January.
    DateInput: { defaultProps: { size: 'xs', dateParser: typedDay } },
    DatePickerInput: { defaultProps: { size: 'xs' } },
    DateTimePicker: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Table: {
      defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', borderColor: 'var(--parvis-line)' },
    },
    Text: { defaultProps: { size: 'sm' } },
    Alert: { styles: { title: { color: 'var(--parvis-text)' } } },
    Notification: { defaultProps: { withBorder: true } },
    Tooltip: {
      defaultProps: { multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
    },
    // The first item takes the focus: the usual placeholder is no item of a menu to a screen reader.
    Menu: { defaultProps: { position: 'bottom-start', shadow: 'md', withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        centered: true,
        // The head of a dialog is no banner of the page.
        attributes: { header: { role: 'none' } },
      },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
    },
    Tabs: {
      defaultProps: { keepMounted: false },
      styles: { root: { '--tab-border-color': 'var(--parvis-line)' } },
    },
  },
})

function variables(scheme: Scheme): Record<string, string> {
  const look: Tokens = tokens[scheme]
  const own = Object.fromEntries(
    Object.entries(look).map(([name, value]) => [
      `--parvis-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  )
  return {
    ...own,
    '--mantine-color-body': look.surface,
    '--mantine-color-text': look.text,
    '--mantine-color-dimmed': look.muted,
    '--mantine-color-placeholder': look.muted,
    '--mantine-color-anchor': look.accent,
    '--mantine-color-error': look.danger,
    '--mantine-color-default-border': look.controlLine,
    '--mantine-color-default-hover': look.raised,
    '--mantine-color-disabled': look.raised,
    '--mantine-color-disabled-color': look.muted,
    '--mantine-color-disabled-border': look.line,
    '--mantine-primary-color-filled': look.accentFill,
    '--mantine-primary-color-filled-hover': look.accentFillHover,
    '--mantine-primary-color-light-color': look.accent,
    '--mantine-color-civic-filled': look.accentFill,
    '--mantine-color-civic-filled-hover': look.accentFillHover,
    '--mantine-color-civic-text': look.accent,
    '--mantine-color-civic-light': look.selected,
    '--mantine-color-civic-light-hover': look.selected,
    '--mantine-color-civic-light-color': look.accent,
    '--mantine-color-civic-outline': look.accent,
    '--mantine-color-red-text': look.danger,
    '--mantine-color-red-light-color': look.danger,
    '--mantine-color-red-outline': look.danger,
  }
}

/** Hands the tokens to CSS: `--parvis-…` for our own parts, Mantine's names for its components. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables('light'),
  dark: variables('dark'),
})
