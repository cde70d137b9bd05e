import {
  type Icon,
  IconArchive,
  IconArrowMerge,
  IconArrowNarrowLeft,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  IconHelpCircle,
  IconHourglass,
  IconListNumbers,
  IconMinus,
  IconPencil,
  IconPlayerPause,
  IconRubberStamp,
  IconRuler2,
  IconTrophy,
  IconUsers,
} from '@tabler/icons-react'
import type { Stage } from '../../shared/domain/lifecycle/stage.ts'
import type { Scheme } from './tokens.ts'

export interface StageLook {
  /** `#rrggbb` for icons and bars, 3:1 on the surface of the scheme. */
  readonly color: Readonly<Record<Scheme, string>>
  readonly icon: Icon
  /** Key of the word in the messages. */
  readonly labelKey: string
}

const gray = { light: '#69747f', dark: '#98a3b1' }
const blue = { light: '#1d57a5', dark: '#86b4f7' }
const teal = { light: '#0b6e75', dark: '#5cc4cb' }
const amber = { light: '#8a5200', dark: '#f0b357' }
const green = { light: '#1d6b39', dark: '#7dcc97' }
const red = { light: '#b0251c', dark: '#ff8f85' }
const violet = { light: '#6a3fa0', dark: '#bf9df0' }

/** Colour, icon and word of each stage: the same in lists, boards, maps, charts. */
export const stageLook: Readonly<Record<Stage, StageLook>> = {
  draft: { color: gray, icon: IconPencil, labelKey: 'labels.stage.draft' },
  submitted: { color: blue, icon: IconCircleDot, labelKey: 'labels.stage.submitted' },
  incomplete: { color: amber, icon: IconHelpCircle, labelKey: 'labels.stage.incomplete' },
  inadmissible: { color: red, icon: IconBan, labelKey: 'labels.stage.inadmissible' },
  admissible: { color: teal, icon: IconCircleCheck, labelKey: 'labels.stage.admissible' },
  'under-review': { color: violet, icon: IconRuler2, labelKey: 'labels.stage.under-review' },
  'co-design': { color: violet, icon: IconUsers, labelKey: 'labels.stage.co-design' },
  merged: { color: gray, icon: IconArrowMerge, labelKey: 'labels.stage.merged' },
  infeasible: { color: red, icon: IconCircleX, labelKey: 'labels.stage.infeasible' },
  feasible: { color: green, icon: IconCircleDashed, labelKey: 'labels.stage.feasible' },
  'awaiting-visa': { color: amber, icon: IconRubberStamp, labelKey: 'labels.stage.awaiting-visa' },
  'on-ballot': { color: blue, icon: IconListNumbers, labelKey: 'labels.stage.on-ballot' },
  winner: { color: green, icon: IconTrophy, labelKey: 'labels.stage.winner' },
  reserve: { color: amber, icon: IconHourglass, labelKey: 'labels.stage.reserve' },
  'not-selected': { color: gray, icon: IconMinus, labelKey: 'labels.stage.not-selected' },
  delivered: { color: green, icon: IconArchive, labelKey: 'labels.stage.delivered' },
  abandoned: { color: red, icon: IconPlayerPause, labelKey: 'labels.stage.abandoned' },
  withdrawn: { color: gray, icon: IconArrowNarrowLeft, labelKey: 'labels.stage.withdrawn' },
}
