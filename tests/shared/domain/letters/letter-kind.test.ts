import { describe, expect, it } from 'vitest'
import { decidimStateOf } from '../../../../electron/exports/decidim/answer-state.ts'
import { preferredChannel, stagesUntoldOnPlatform } from '../../../../shared/domain/letters/letter-kind.ts'
import { stages } from '../../../../shared/domain/lifecycle/stage.ts'

describe('the way of a letter', () => {
  const nobody = { paper: false, email: null, address: null, onPlatform: false }

  it('is the way the proposal came, else any that is known', () => {
    expect([
      preferredChannel({ ...nobody, paper: true, email: 'a@b.fr', address: '1 rue Basse' }),
      preferredChannel({ ...nobody, email: 'a@b.fr', address: '1 rue Basse', onPlatform: true }),
      preferredChannel({ ...nobody, onPlatform: true, address: '1 rue Basse' }),
      preferredChannel({ ...nobody, address: '1 rue Basse' }),
      preferredChannel({ ...nobody, paper: true, email: 'a@b.fr', address: ' ' }),
      preferredChannel(nobody),
    ]).toEqual(['post', 'email', 'platform', 'post', 'email', null])
  })

  it('is the platform only for what the platform can be told', () => {
    expect(stages.filter((stage) => decidimStateOf[stage] === null)).toEqual(stagesUntoldOnPlatform)
  })
})
