import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitedSupports } from '../../shared/domain/families/united-supports.ts'
import type { Likeness } from '../../shared/read-models/family.ts'
import { useFormats } from '../formats/use-formats.ts'

/** Farther apart than this, the distance tells nothing, in metres. */
const farthest = 5_000
const roundTo = 10

function wordKey({
  kind,
  score,
}: Likeness): 'same' | 'almost' | 'close' | 'subject' | 'nearSubject' | 'place' {
  if (kind === 'same-place') return 'place'
  if (kind === 'related') return score >= 0.55 ? 'subject' : 'nearSubject'
  if (score === 1) return 'same'
  return score >= 0.8 ? 'almost' : 'close'
}

/** How alike two proposals are, in words: « Texte presque identique, à 80 m ». */
export function useLikeness(): (likeness: Likeness | null) => string {
  const { t } = useTranslation()
  const { number } = useFormats()
  return useCallback(
    (likeness) => {
      if (likeness === null) return t('families.likeness.unknown')
      const words = t(`families.likeness.${wordKey(likeness)}`)
      const { distance } = likeness
      if (distance === null || distance > farthest) return words
      if (distance < roundTo / 2) return t('families.likeness.onTheSpot', { likeness: words })
      return distance < 1_000
        ? t('families.likeness.at', {
            likeness: words,
            metres: number(Math.max(roundTo, Math.round(distance / roundTo) * roundTo)),
          })
        : t('families.likeness.atKilometres', {
            likeness: words,
            kilometres: number(Math.round(distance / 100) / 10),
          })
    },
    [t, number],
  )
}

/** How many people support a family: a number where all are known, else the bounds, never the sum for a fact. */
export function useSupportWords(): (supports: UnitedSupports) => string {
  const { t } = useTranslation()
  const { number } = useFormats()
  return useCallback(
    ({ atLeast, atMost }) =>
      atLeast === atMost
        ? t('families.supports.exact', { count: atLeast, formatted: number(atLeast) })
        : t('families.supports.between', { atLeast: number(atLeast), atMost: number(atMost) }),
    [t, number],
  )
}
