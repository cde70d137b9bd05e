import { Answers } from './answers.tsx'
import { Checklist } from './checklist.tsx'
import { Classification } from './classification.tsx'
import type { DeskSection } from './desk-section.ts'
import { EarlierProposals } from './earlier-proposals.tsx'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { Signals } from './signals.tsx'
import { Similar } from './similar.tsx'
import { Waiting } from './waiting.tsx'

/**
 * What one checks and decides under the decision keys, in the order of the right pane. Registry: to add a section,
 * write its component (`DeskSectionProps`) and one line here.
 */
export const decisionSections: readonly DeskSection[] = [
  { id: 'waiting', Section: Waiting },
  { id: 'signals', Section: Signals },
  { id: 'similar', Section: Similar },
  { id: 'checklist', Section: Checklist },
  { id: 'classification', Section: Classification },
  { id: 'answers', Section: Answers },
  { id: 'notes', Section: Notes },
  { id: 'reviews', Section: EarlierProposals },
  { id: 'history', Section: History },
]
