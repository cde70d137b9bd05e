import type { Cents } from '../money/cents.ts'

/** Where things came from: what makes a re-import find the same objects again. */
export interface SourceKey {
  /** Identifier on the platform or in the register, as text (leading zeros kept). Absent: the title and text stand for it. */
  readonly externalId?: string | undefined
}

/** A citizen's proposal or contribution, read from one row. Text bodies are safe rich text (`body`) and plain text (`bodyText`). */
export interface SubmissionDraft extends SourceKey {
  readonly kind: 'submission'
  readonly title: string
  readonly body: string
  readonly bodyText: string
  readonly authorName?: string | undefined
  readonly authorEmail?: string | undefined
  readonly authorPhone?: string | undefined
  /** Postal address of the proposer, lines as on an envelope. */
  readonly authorAddress?: string | undefined
  readonly themeName?: string | undefined
  readonly districtName?: string | undefined
  /** Names that the platform filed it under without saying which is a theme and which a district. */
  readonly taxonomies?: readonly string[] | undefined
  readonly address?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  /** ISO instant in UTC. */
  readonly submittedAt?: string | undefined
  readonly channel?: 'online' | 'paper' | 'meeting' | 'phone' | undefined
  readonly declaredCost?: Cents | undefined
  readonly supportsCount?: number | undefined
  readonly commentsCount?: number | undefined
  readonly url?: string | undefined
  readonly reference?: string | undefined
  /** State token of the platform, kept for information (Decidim: `accepted`, `rejected`, `evaluating`, custom…). */
  readonly platformState?: string | undefined
  readonly withdrawn?: boolean | undefined
  readonly componentId?: string | undefined
  /** Every other filled column by its header: nothing in a file is silently dropped. */
  readonly extra: Readonly<Record<string, string>>
}

export interface CommentDraft extends SourceKey {
  readonly kind: 'comment'
  readonly body: string
  readonly authorName?: string | undefined
  readonly createdAt?: string | undefined
  readonly alignment: -1 | 0 | 1
  readonly depth: number
  /** Platform type and id of what is commented (`Decidim::Proposals::Proposal`, `Decidim::Comments::Comment`…). */
  readonly parentType?: string | undefined
  readonly parentExternalId?: string | undefined
  /** Platform id of the proposal at the root of the thread, where the file tells it. */
  readonly rootExternalId?: string | undefined
  /** Address of what stands at the root of the thread. */
  readonly rootUrl?: string | undefined
  readonly extra: Readonly<Record<string, string>>
}

/** A costed project of a budget component. */
export interface ProjectDraft extends SourceKey {
  readonly kind: 'project'
  readonly title: string
  readonly body: string
  readonly bodyText: string
  readonly cost?: Cents | undefined
  readonly votesCount?: number | undefined
  readonly selected?: boolean | undefined
  readonly themeName?: string | undefined
  readonly districtName?: string | undefined
  /** Names that the platform filed it under without saying which is a theme and which a district. */
  readonly taxonomies?: readonly string[] | undefined
  readonly address?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly url?: string | undefined
  /** Platform ids of the proposals behind it. */
  readonly submissionExternalIds: readonly string[]
  readonly extra: Readonly<Record<string, string>>
}

export interface MeetingDraft extends SourceKey {
  readonly kind: 'meeting'
  readonly title: string
  readonly description: string
  readonly startsAt?: string | undefined
  readonly endsAt?: string | undefined
  readonly address?: string | undefined
  readonly attendees?: number | undefined
  readonly contributions?: number | undefined
  readonly url?: string | undefined
  readonly extra: Readonly<Record<string, string>>
}

export interface DistrictDraft extends SourceKey {
  readonly kind: 'district'
  readonly code: string
  readonly name: string
  readonly population?: number | undefined
  /** GeoJSON MultiPolygon, WGS84, rings closed, outer rings counter-clockwise (RFC 7946). */
  readonly geometry: {
    readonly type: 'MultiPolygon'
    readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
  }
}

export type ImportDraft = SubmissionDraft | CommentDraft | ProjectDraft | MeetingDraft | DistrictDraft
