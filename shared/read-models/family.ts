import type { AgreementMeans, AgreementState } from '../domain/families/agreement.ts'
import type { UnitedSupports } from '../domain/families/united-supports.ts'
import type { SimilarKind } from '../domain/similarity/similar-kind.ts'
import type { LinkedSubmission } from './submission.ts'

/** Who judged that two proposals are two, and why. */
export interface NotDuplicateRecord {
  readonly reason: string
  readonly decidedByName: string
  readonly decidedAt: string
}

/** How two proposals may be one. `score` from 0 to 1; `distance` in metres, null unless both are on the map. */
export interface Likeness {
  readonly kind: SimilarKind
  readonly score: number
  readonly distance: number | null
}

/** A proposal that may be one with the proposal looked at. */
export interface SimilarProposal extends Likeness {
  readonly proposal: LinkedSubmission
  /** Title of the démarche where it is another one: then it cannot be grouped. */
  readonly otherProcess: string | null
  readonly notDuplicate: NotDuplicateRecord | null
}

/** How far the texts were compared. `pending`: texts that came or changed since. */
export interface ComparisonProgress {
  readonly comparedAt: string | null
  readonly pending: number
}

/** What the proposer of a member says of the grouping. Days are local days. */
export interface AgreementRecord {
  readonly state: AgreementState
  readonly askedOn: string | null
  readonly answeredOn: string | null
  readonly means: AgreementMeans | null
  readonly note: string
  readonly recordedByName: string
  readonly recordedAt: string
}

/** One proposal of a family, with what stays its own. */
export interface FamilyMember extends LinkedSubmission {
  readonly supportsCount: number
  /** How many of its supporters are known. */
  readonly knownSupporters: number
  readonly commentsCount: number
  readonly attachmentsCount: number
  /** Null for the lead, and where nothing was asked yet. */
  readonly agreement: AgreementRecord | null
}

/** A lead with everything grouped under it. */
export interface Family {
  readonly lead: FamilyMember
  /** By number. */
  readonly members: readonly FamilyMember[]
  readonly supports: UnitedSupports
  readonly commentsCount: number
  readonly attachmentsCount: number
}

/** One side of a comparison. */
export interface ComparedProposal extends LinkedSubmission {
  readonly processId: string
  readonly bodyText: string
  readonly themeId: string | null
  readonly districtId: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly submittedAt: string
  readonly supportsCount: number
  readonly commentsCount: number
  readonly attachmentsCount: number
  /** The lead under which it is grouped. */
  readonly lead: LinkedSubmission | null
}

/** Two proposals side by side. */
export interface ProposalComparison {
  readonly left: ComparedProposal
  readonly right: ComparedProposal
  /** Null where no search found the pair. */
  readonly likeness: Likeness | null
  readonly notDuplicate: NotDuplicateRecord | null
  readonly sameFamily: boolean
  /** Of both families together. */
  readonly supports: UnitedSupports
}

/** A pair that nobody has judged yet. */
export interface OpenPair extends Likeness {
  readonly one: LinkedSubmission
  readonly other: LinkedSubmission
}

/** Pairs to review, most alike first. `total` counts beyond the page. */
export interface OpenPairPage {
  readonly pairs: readonly OpenPair[]
  readonly total: number
}

/** Open proposals that are one text edited, directly or through others: to group at once. */
export interface DuplicateCluster {
  /** By number. */
  readonly members: readonly LinkedSubmission[]
  /** The oldest number that may lead. */
  readonly leadId: string
}

/** What an import of supporters read. Identifiers are not kept, only a keyed hash of each. */
export interface SupporterImportOutcome {
  readonly lines: number
  /** Supporters that were not known yet. */
  readonly added: number
  readonly proposals: number
  /** Lines whose proposal is not in the démarche, as written; the first hundred. */
  readonly unknown: readonly { readonly line: number; readonly reference: string }[]
  readonly unknownCount: number
}
