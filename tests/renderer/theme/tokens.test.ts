import { describe, expect, it } from 'vitest'
import { contrast, luminance } from '../../../renderer/theme/contrast.ts'
import { stageLook } from '../../../renderer/theme/stage-look.ts'
import { schemes, tokens } from '../../../renderer/theme/tokens.ts'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'

describe('contrast', () => {
  it('gives the ratios of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
    expect(luminance('#ffffff')).toBeCloseTo(1, 5)
  })
})

describe.each(schemes)('the %s theme', (scheme) => {
  const look = tokens[scheme]
  const grounds = { surface: look.surface, canvas: look.canvas, raised: look.raised, selected: look.selected }

  it.each(Object.entries(grounds))('writes text at 4.5:1 on %s', (_name, ground) => {
    for (const ink of [look.text, look.muted, look.accent, look.danger, look.warning, look.success]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('writes on the accent at 4.5:1, hovered too', () => {
    expect(contrast(look.onAccent, look.accentFill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(look.onAccent, look.accentFillHover)).toBeGreaterThanOrEqual(4.5)
  })

  it('outlines controls, fills buttons and rings the focus at 3:1', () => {
    for (const ground of [look.surface, look.canvas]) {
      for (const edge of [look.controlLine, look.accentFill, look.focus]) {
        expect(contrast(edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it.each(stages)('shows the stage %s at 3:1 on every ground', (stage) => {
    for (const ground of Object.values(grounds)) {
      expect(contrast(stageLook[stage].color[scheme], ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the stages', () => {
  it('never differ by colour alone', () => {
    const icons = stages.map((stage) => stageLook[stage].icon)
    expect(new Set(icons).size).toBe(stages.length)
  })
})
