import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokenWalls, cycles, readEdges, strayDialects } from './walls.ts'

const root = join(import.meta.dirname, '../..')

describe('the walls of the house', () => {
  const edges = readEdges(root)

  it('reads the tree', () => {
    expect(edges.length).toBeGreaterThan(300)
  })

  it('stand', () => {
    expect(brokenWalls(edges)).toEqual([])
  })

  it('hold no circle', () => {
    expect(cycles(edges)).toEqual([])
  })

  it('keep the SQL of one engine in its room', () => {
    expect(strayDialects(root)).toEqual([])
  })

  it('would notice a break', () => {
    const breaks = brokenWalls([
      { from: 'shared/domain/x.ts', to: 'electron/data/database.ts', typeOnly: true },
      { from: 'renderer/app.tsx', to: 'node:fs', typeOnly: false },
      { from: 'electron/services/x.ts', to: 'electron', typeOnly: false },
      { from: 'renderer/pages/home/x.tsx', to: 'renderer/pages/people/y.tsx', typeOnly: false },
    ])
    expect(breaks).toHaveLength(5)
  })
})
