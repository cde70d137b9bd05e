import { deskUndoers } from '../desk/desk.undoers.ts'
import { familyUndoers } from '../families/family.undoers.ts'
import { visaUndoers } from '../finance/visa.undoers.ts'
import { letterUndoers } from '../letters/letter.undoers.ts'
import { mapUndoers } from '../map/map.undoers.ts'
import { meetingUndoers } from '../meetings/meeting.undoers.ts'
import { paperUndoers } from '../paper/paper.undoers.ts'
import { projectUndoers } from '../projects/project.undoers.ts'
import { redactionUndoers } from '../redactions/redaction.undoers.ts'
import { reviewUndoers } from '../reviews/review.undoers.ts'
import { signalUndoers } from '../signals/signal.undoers.ts'
import { studyUndoers } from '../studies/study.undoers.ts'
import { submissionUndoers } from '../submissions/submission.undoers.ts'
import { teamUndoers } from '../team/team.undoers.ts'
import type { Undoer } from './undoer.ts'

/** Acts that can be taken back, by the action of their journal entries. A feature adds its own record here. */
export const undoers: Readonly<Record<string, Undoer>> = {
  ...submissionUndoers,
  ...deskUndoers,
  ...familyUndoers,
  ...studyUndoers,
  ...projectUndoers,
  ...visaUndoers,
  ...redactionUndoers,
  ...meetingUndoers,
  ...paperUndoers,
  ...mapUndoers,
  ...reviewUndoers,
  ...teamUndoers,
  ...letterUndoers,
  ...signalUndoers,
}
