import { Attachments } from './attachments.tsx'
import { Comments } from './comments.tsx'
import type { DeskSection } from './desk-section.ts'
import { Facts } from './facts.tsx'
import { Family } from './family.tsx'
import { PaperOrigin } from './paper-origin.tsx'
import { Place } from './place.tsx'
import { Redactions } from './redactions.tsx'

/**
 * What is read beside the citizen's words, in the order of the middle pane. Registry: to add a section, write its
 * component (`DeskSectionProps`) and one line here.
 */
export const proposalSections: readonly DeskSection[] = [
  { id: 'family', Section: Family },
  { id: 'redactions', Section: Redactions },
  { id: 'facts', Section: Facts },
  { id: 'paper-origin', Section: PaperOrigin },
  { id: 'place', Section: Place },
  { id: 'attachments', Section: Attachments },
  { id: 'comments', Section: Comments },
]
