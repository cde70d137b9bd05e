import type { Generated, GeneratedAlways } from 'kysely'

/**
 * The tables of a dossier, the same on SQLite and PostgreSQL. Instants are ISO UTC text, money is integer cents,
 * flags are 0 or 1, lists and records are JSON text: their repositories give them back their shape.
 */
export interface Database {
  dossier: DossierTable
  person: PersonTable
  journal_entry: JournalEntryTable
  process: ProcessTable
  phase: PhaseTable
  theme: ThemeTable
  district: DistrictTable
  rulebook: RulebookTable
  submission: SubmissionTable
  decision: DecisionTable
  note: NoteTable
  citizen_comment: CommentTable
  meeting: MeetingTable
  attachment: AttachmentTable
  attachment_content: AttachmentContentTable
  saved_view: SavedViewTable
  study: StudyTable
  study_estimator: StudyEstimatorTable
  study_opinion: StudyOpinionTable
  cost_line: CostLineTable
  project: ProjectTable
  project_submission: ProjectSubmissionTable
  visa: VisaTable
  import_batch: ImportBatchTable
  import_mapping: ImportMappingTable
  redaction: RedactionTable
  sealed_field: SealedFieldTable
  blurred_picture: BlurredPictureTable
  sealed_picture: SealedPictureTable
  paper_batch: PaperBatchTable
  paper_form: PaperFormTable
  paper_scan: PaperScanTable
  receipt: ReceiptTable
  paper_draft: PaperDraftTable
  form_question: FormQuestionTable
  set_aside: SetAsideTable
  desk_setting: DeskSettingTable
  address_base: AddressBaseTable
  known_street: KnownStreetTable
  known_address: KnownAddressTable
  map_background: MapBackgroundTable
  team_setting: TeamSettingTable
  proposed_decision: ProposedDecisionTable
  absence: AbsenceTable
  letter_setting: LetterSettingTable
  letter_template: LetterTemplateTable
  letter_head: LetterHeadTable
  letter: LetterTable
  similar_pair: SimilarPairTable
  not_duplicate: NotDuplicateTable
  comparison: ComparisonTable
  text_to_compare: TextToCompareTable
  family_agreement: FamilyAgreementTable
  supporter: SupporterTable
  supporter_secret: SupporterSecretTable
  submission_signal: SubmissionSignalTable
  signal_check: SignalCheckTable
  signal_author: SignalAuthorTable
  signal_setting: SignalSettingTable
  schema_version: SchemaVersionTable
}

export interface SchemaVersionTable {
  number: number
  name: string
  applied_at: string
}

export interface DossierTable {
  id: string
  title: string
  created_at: string
  created_with: string
  demonstration: number
  version: Generated<number>
}

export interface PersonTable {
  id: string
  name: string
  roles: string
  department: string | null
  active: number
  /** `scrypt$N$r$p$salt$hash`, base64; null: no passphrase. */
  passphrase: string | null
  created_at: string
  version: Generated<number>
}

export interface JournalEntryTable {
  sequence: number
  at: string
  person_id: string | null
  person_name: string
  action: string
  object_kind: string
  object_id: string | null
  object_label: string
  process_id: string | null
  before: string | null
  after: string | null
  reason: string
  /** Entries of one act share it: undo takes the whole act back. */
  act_id: string
  undoes_sequence: number | null
  undone_by_sequence: number | null
  previous_hash: string
  hash: string
}

export interface ProcessTable {
  id: string
  kind: string
  title: string
  edition: string
  reference_prefix: string
  commune_name: string
  insee_code: string
  contact: string
  signature_block: string
  accent_color: string
  logo_attachment_id: string | null
  envelope_cents: number | null
  project_cap_cents: number | null
  published_cost_step_cents: number
  foreword: string
  voting_instructions: string
  time_zone: string
  voters_count: number | null
  demonstration: number
  departments: string
  next_submission_number: number
  next_project_number: number
  position: number
  version: Generated<number>
}

export interface PhaseTable {
  id: string
  process_id: string
  kind: string
  opens_at: string
  closes_at: string
}

export interface ThemeTable {
  id: string
  process_id: string
  name: string
  color: string
  position: number
}

export interface DistrictTable {
  id: string
  process_id: string
  code: string
  name: string
  population: number | null
  envelope_cents: number | null
  polygon: string | null
  position: number
}

export interface RulebookTable {
  id: string
  process_id: string
  number: number
  text: string
  criteria: string
  adopted_at: string
}

export interface SubmissionTable {
  /** Integer key of the search index; never shown and never leaves the repository. */
  row_id: GeneratedAlways<number>
  id: string
  process_id: string
  number: number
  reference: string
  /** The title as a French reader sorts it, kept by the engine. */
  title_key: GeneratedAlways<string>
  title: string
  body: string
  body_text: string
  author_name: string | null
  author_email: string | null
  author_phone: string | null
  /** Postal address, its lines as they stand on an envelope. Personal: in no public output. */
  author_address: string | null
  channel: string
  stage: string
  stage_changed_at: string
  /** Local day by which the last completion request wants its answer; says nothing at other stages. */
  reply_by_on: string | null
  theme_id: string | null
  district_id: string | null
  /** `DistrictOrigin`; null: the citizen or the platform declared the district. */
  district_origin: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  submitted_at: string
  declared_cost_cents: number | null
  supports_count: number
  comments_count: number
  assignee_id: string | null
  merged_into_id: string | null
  project_id: string | null
  checklist: string
  source: string
  external_id: string | null
  component_id: string | null
  platform_state: string | null
  url: string | null
  /** Hash of the citizen's fields as imported: tells at a re-import whether the platform changed them. */
  content_hash: string | null
  import_batch_id: string | null
  /** The meeting at which it was collected. */
  meeting_id: string | null
  extra: string
  created_by: string | null
  created_at: string
  version: Generated<number>
}

export interface DecisionTable {
  id: string
  submission_id: string
  verdict: string
  from_stage: string
  to_stage: string
  reasons: string
  rationale: string
  redirected_to: string | null
  checklist: string
  rulebook_id: string
  decided_by: string
  decided_by_name: string
  decided_at: string
  undone_at: string | null
  /** Local day by which a completion request wants its answer. */
  reply_by_on: string | null
  /** The second officer, where the démarche asks for two; absent before. */
  seconded_by: string | null
  seconded_by_name: string | null
}

/** A proposal that has left the queue until a day; one row at most for each. */
export interface SetAsideTable {
  id: string
  submission_id: string
  /** Local day on which it is back. */
  until_on: string
  note: string
  set_by: string
  set_by_name: string
  set_at: string
}

export interface DeskSettingTable {
  process_id: string
  completion_days: number
}

/** How the officers of a démarche share the work; no row: nothing was set. */
export interface TeamSettingTable {
  process_id: string
  second_opinion: string
  decision_days: number | null
  automatic: number
  rules: string
  last_in_turn_id: string | null
  version: Generated<number>
}

/** A decision that waits, or waited, for a second officer. */
export interface ProposedDecisionTable {
  id: string
  process_id: string
  submission_id: string
  verdict: string
  from_stage: string
  reasons: string
  rationale: string
  redirected_to: string | null
  reply_by_on: string | null
  proposed_by: string
  proposed_by_name: string
  proposed_at: string
  state: string
  /** What the second officer said first: `agree` or `disagree`. */
  opinion: string | null
  second_by: string | null
  second_by_name: string | null
  second_at: string | null
  motive: string
  settled_by: string | null
  settled_by_name: string | null
  settled_at: string | null
  settlement_reason: string
}

/** Days on which a person is away, both included. */
export interface AbsenceTable {
  id: string
  person_id: string
  from_on: string
  until_on: string
  stand_in_id: string | null
  version: Generated<number>
}

export interface NoteTable {
  id: string
  submission_id: string
  author_id: string
  author_name: string
  text: string
  written_at: string
}

export interface CommentTable {
  id: string
  process_id: string
  submission_id: string | null
  source: string
  external_id: string | null
  parent_external_id: string | null
  author_name: string | null
  body: string
  alignment: number
  depth: number
  created_at: string | null
  content_hash: string | null
  import_batch_id: string | null
  extra: string
}

export interface MeetingTable {
  id: string
  process_id: string
  source: string
  external_id: string | null
  title: string
  kind: string | null
  description: string
  starts_at: string | null
  ends_at: string | null
  address: string | null
  attendees: number | null
  contributions: number | null
  url: string | null
  content_hash: string | null
  import_batch_id: string | null
  extra: string
  version: Generated<number>
}

export interface AttachmentTable {
  id: string
  owner_kind: string
  owner_id: string
  file_name: string
  media_type: string
  bytes: number
  sha256: string
  alternative_text: string
  credit: string
  added_at: string
}

export interface AttachmentContentTable {
  attachment_id: string
  content: Uint8Array
}

export interface SavedViewTable {
  id: string
  process_id: string
  owner_id: string | null
  name: string
  query: string
  position: number
  version: Generated<number>
}

export interface StudyTable {
  id: string
  process_id: string
  submission_id: string
  lead_department: string | null
  due_on: string | null
  grid: string
  conditions: string
  contingency_basis_points: number
  design_fee_basis_points: number
  design_fee_base: string
  preliminary_studies_cents: number
  add_on_vat_rate_basis_points: number
  annual_running_cost_cents: number | null
  running_cost_note: string
  /** Worked out from the lines at each save, for lists and sums in SQL; `check` compares them with the lines. */
  works_cents: number
  amount_excl_vat_cents: number
  vat_cents: number
  amount_incl_vat_cents: number
  has_estimate: number
  conclusion: string | null
  answer: string
  concluded_by: string | null
  concluded_by_name: string | null
  concluded_at: string | null
  created_at: string
  version: Generated<number>
}

/** Everybody who ever saved costs of a study: none of them may sign its visa (I8). */
export interface StudyEstimatorTable {
  study_id: string
  person_id: string
  person_name: string
}

export interface StudyOpinionTable {
  id: string
  study_id: string
  department: string
  opinion: string | null
  comment: string
  requested_on: string
  due_on: string | null
  given_on: string | null
  given_by: string | null
  given_by_name: string | null
}

export interface CostLineTable {
  id: string
  study_id: string
  position: number
  label: string
  quantity_thousandths: number
  unit: string
  unit_price_ten_thousandths: number
  vat_rate_basis_points: number
}

export interface ProjectTable {
  id: string
  process_id: string
  number: number
  title: string
  summary: string
  description: string
  managing_department: string
  proposer_names: string
  theme_id: string | null
  district_id: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  picture_attachment_id: string | null
  stage: string
  ballot_number: number | null
  votes: number | null
  /** Amount of a project that was imported already costed, without a study of ours. */
  imported_cost_cents: number | null
  source: string
  external_id: string | null
  content_hash: string | null
  url: string | null
  extra: string
  created_at: string
  version: Generated<number>
}

export interface ProjectSubmissionTable {
  project_id: string
  submission_id: string
  lead: number
}

export interface VisaTable {
  id: string
  project_id: string
  state: string
  amount_cents: number
  /** Hash of every figure behind the amount: the visa falls when it changes (I7). */
  figures_hash: string
  reason: string
  signed_by: string
  signed_by_name: string
  signed_at: string
  voided_at: string | null
  voided_reason: string | null
}

export interface ImportBatchTable {
  id: string
  process_id: string
  file_name: string
  sha256: string
  target: string
  format: string
  settings: string
  imported_by_name: string
  imported_at: string
  created_count: number
  updated_count: number
  unchanged_count: number
  rejected_count: number
}

export interface ImportMappingTable {
  id: string
  name: string
  header_signature: string
  mapping: string
  saved_at: string
}

export interface RedactionTable {
  id: string
  submission_id: string
  /** The masked words themselves: never shown with the entry in the journal. */
  passage: string
  reason: string
  occurrences: number
  made_by_name: string
  made_at: string
  /** Set once the words are shown again. */
  lifted_at: string | null
}

/** A field as it was before its passages were masked. */
export interface SealedFieldTable {
  object_kind: string
  object_id: string
  field: string
  /** Hash of the masked text that it explains; empty in seals of older dossiers. */
  shown_sha256: string
  content: string
}

/** The blur of the picture that an attachment shows. */
export interface BlurredPictureTable {
  attachment_id: string
  rectangles: string
  reason: string
  made_by_name: string
  made_at: string
}

/** A picture that an attachment showed before: the original, or an earlier blur of it. */
export interface SealedPictureTable {
  id: string
  attachment_id: string
  media_type: string
  bytes: number
  sha256: string
  content: Uint8Array
  blur: string | null
  sealed_at: string
}

export interface PaperBatchTable {
  id: string
  process_id: string
  code: string
  event_kind: string
  event_name: string
  /** May outlive its meeting, which a register may drop. */
  meeting_id: string | null
  /** Local day. */
  held_on: string | null
  place: string
  collected_by: string
  channel: string
  form_count: number
  handed_out: number | null
  closed_at: string | null
  closed_by_name: string | null
  created_at: string
  version: Generated<number>
}

/** A numbered form of which something is known; a number without a row is missing. */
export interface PaperFormTable {
  batch_id: string
  number: number
  state: string
  submission_id: string | null
  reason: string
  recorded_by_name: string
  recorded_at: string
}

export interface PaperScanTable {
  attachment_id: string
  batch_id: string
  /** Null: of the whole batch. */
  form_number: number | null
}

export interface ReceiptTable {
  submission_id: string
  made_by_name: string
  made_at: string
}

/** The form that somebody is typing, as typed; one a person and démarche. */
export interface PaperDraftTable {
  process_id: string
  person_id: string
  value: string
  saved_at: string
}

export interface FormQuestionTable {
  id: string
  process_id: string
  label: string
  help: string
  kind: string
  choices: string
  required: number
  position: number
}

/** The file that the address base came from; one row, or none. */
export interface AddressBaseTable {
  id: string
  file_name: string
  sha256: string
  imported_at: string
  imported_by_name: string
  streets: number
  addresses: number
  communes: string
}

export interface KnownStreetTable {
  id: number
  name: string
  /** `streetKey` of the name. */
  key: string
  postcode: string
  commune: string
  commune_code: string
  /** Middle of its doors. WGS84 degrees. */
  longitude: number
  latitude: number
}

export interface KnownAddressTable {
  id: number
  street_id: number
  number: number | null
  suffix: string
  longitude: number
  latitude: number
}

/** Where the images behind the map come from; one row once somebody set it. */
export interface MapBackgroundTable {
  id: number
  enabled: number
  url_template: string
  attribution: string
  version: Generated<number>
}

/** How a démarche writes: who signs, from where, what refusals say of appeals. */
export interface LetterSettingTable {
  process_id: string
  service: string
  sender: string
  place: string
  signature: string
  reply_days: number
  appeal_notice: number
  appeal: string
  electoral_restraint: number
  version: Generated<number>
}

/** Versions of the texts, never overwritten: letters name the one that they were made of. */
export interface LetterTemplateTable {
  id: string
  process_id: string
  kind: string
  reason: string
  number: number
  subject: string
  body: string
  saved_by_name: string
  saved_at: string
}

/** A letterhead as it was, once for all letters that bear it; its id is the hash of its content. */
export interface LetterHeadTable {
  id: string
  content: string
}

export interface LetterTable {
  id: string
  process_id: string
  submission_id: string
  kind: string
  event: string
  template_reason: string
  template_number: number
  subject: string
  body: string
  appeal: string
  head_id: string | null
  recipient_name: string
  recipient_address: string
  recipient_email: string
  channel: string | null
  written_on: string | null
  file_name: string | null
  produced_at: string | null
  produced_by_name: string | null
  sent_on: string | null
  sent_by_name: string | null
  saved_by_name: string
  saved_at: string
  version: Generated<number>
}

/** Two proposals that may be one, `a_id` before `b_id`. Worked out from the texts: never journaled, always replaceable. */
export interface SimilarPairTable {
  a_id: string
  b_id: string
  kind: string
  score: number
  /** Metres; null unless both are on the map. */
  distance: number | null
  found_at: string
  /** 1 when nothing is left to judge: judged to be two, or of one family. Kept by a trigger on families. */
  settled: Generated<number>
}

/** What somebody judged of a pair; stands whatever later searches find. */
export interface NotDuplicateTable {
  id: string
  a_id: string
  b_id: string
  reason: string
  decided_by_name: string
  decided_at: string
}

/** One row: how far the texts were compared. `round` moves on with every search. */
export interface ComparisonTable {
  last_row_id: number
  round: number
  compared_at: string | null
}

/** Texts that changed since they were compared; kept by a trigger. New ones stand behind `comparison.last_row_id`. */
export interface TextToCompareTable {
  submission_id: string
}

/** What the proposer of a grouped proposal says of being grouped under that lead. */
export interface FamilyAgreementTable {
  id: string
  submission_id: string
  lead_id: string
  state: string
  asked_on: string | null
  answered_on: string | null
  means: string | null
  note: string
  recorded_by_name: string
  recorded_at: string
}

/** One known supporter of a proposal: a keyed hash, never the address or account it was made of. */
export interface SupporterTable {
  submission_id: string
  identity_hash: string
  /** Act that brought it: undo takes it away again. */
  import_id: string
}

export interface SupporterSecretTable {
  value: string
}

/** A signal of a deposit, worked out from its row as it stands; the words are a JSON list, in their order. */
export interface SubmissionSignalTable {
  id: string
  submission_id: string
  signal_id: string
  words: string
  raised_at: string
  dismissed_at: string | null
  dismissed_by: string | null
  dismissed_by_name: string | null
  dismissed_reason: string | null
}

/** By which rules and settings a deposit was read. A trigger takes it away when the deposit changes. */
export interface SignalCheckTable {
  submission_id: string
  process_id: string
  stamp: string
}

/** Hashes of what tells the author of a deposit from others: for counting the deposits of one person. */
export interface SignalAuthorTable {
  submission_id: string
  process_id: string
  author_hash: string
}

export interface SignalSettingTable {
  process_id: string
  settings: string
  version: Generated<number>
}
