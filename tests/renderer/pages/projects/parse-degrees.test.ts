import { expect, it } from 'vitest'
import { parseDegrees } from '../../../../renderer/pages/projects/parse-degrees.ts'

it.each([
  ['50,69421', 90, 50.69421],
  ['50.69421', 90, 50.69421],
  ['−3,5', 180, -3.5],
  ['', 90, null],
  ['91', 90, undefined],
  ['3°10', 180, undefined],
  ['1,2,3', 180, undefined],
])('reads %j within ±%d as %j', (text, limit, degrees) => {
  expect(parseDegrees(text, limit)).toBe(degrees)
})
