import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { stageGroups, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import { countPassages, maskText } from '../../../shared/domain/moderation/redaction.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { personalDataSignal } from '../../../shared/domain/moderation/signals/personal-data.signal.ts'
import { wordsOnly } from '../../../shared/domain/moderation/signals/signal.ts'
import { stageAfter, type Verdict } from '../../../shared/domain/moderation/verdict.ts'

/** A proposal as it should be. Texts are the originals: what is shown is worked out from the masks. */
export interface ModelProposal {
  readonly id: string
  readonly reference: string
  readonly author: string
  readonly title: string
  readonly body: string
  stage: Stage
  mergedInto: string | null
  assignee: string | null
  theme: string | null
  district: string | null
  address: string | null
  /** Put off until a day, with a note. */
  aside: { readonly untilOn: string; readonly note: string } | null
  readonly notes: string[]
  /** Answers of verdicts that were taken back: the history still shows them. */
  readonly pastAnswers: string[]
  /** Refusals and other verdicts that stand, the oldest first. */
  readonly decisions: {
    readonly verdict: Verdict
    readonly reasons: readonly RefusalReason[]
    answer: string
  }[]
  /** Masks in the order in which they were made; lifted ones have been shown again. */
  readonly masks: { readonly id: string; readonly passage: string; lifted: boolean }[]
}

/** One act that Ctrl+Z may take back. `undo` puts the model back; false: it was overtaken. */
interface UndoableAct {
  readonly action: string
  undo(): boolean
}

/** What the dossier should look like after every action, kept by the simplest means. */
export interface Model {
  readonly proposals: Map<string, ModelProposal>
  /** Acts of each person, the newest last. */
  readonly acts: Map<string, UndoableAct[]>
  /** Pairs that are judged to be two, by both ids; each judgement is another object. */
  readonly judgements: Map<string, object>
}

export function visible(proposal: ModelProposal, text: string): string {
  return maskText(text, maskedPassages(proposal))
}

export function maskedPassages({ masks }: ModelProposal): readonly string[] {
  return masks.filter(({ lifted }) => !lifted).map(({ passage }) => passage)
}

function actsOf(model: Model, person: string): UndoableAct[] {
  const acts = model.acts.get(person) ?? []
  model.acts.set(person, acts)
  return acts
}

/** Whether the rules allow a verdict: the step exists, and a refusal or a step back is answered. */
export function mayDecide(proposal: ModelProposal, verdict: Verdict): boolean {
  return transitionKind(proposal.stage, stageAfter(verdict)) !== 'none'
}

/** A verdict on one proposal or many, in one act; families of merged leads follow them. */
export function decide(
  model: Model,
  person: string,
  proposals: readonly ModelProposal[],
  decision: {
    readonly verdict: Verdict
    readonly reasons: readonly RefusalReason[]
    readonly answer: string
  },
  mergedInto: string | null = null,
): void {
  const moved = proposals.map((proposal) => {
    const before = { stage: proposal.stage, mergedInto: proposal.mergedInto, aside: proposal.aside }
    proposal.aside = null
    const kept = { ...decision }
    proposal.decisions.push(kept)
    proposal.stage = stageAfter(decision.verdict)
    proposal.mergedInto = mergedInto
    return { proposal, before, after: proposal.stage, kept }
  })
  const family =
    mergedInto === null
      ? []
      : [...model.proposals.values()]
          .filter((member) => proposals.some(({ id }) => id === member.mergedInto))
          .map((member) => {
            const before = member.mergedInto
            member.mergedInto = mergedInto
            return { member, before, stage: member.stage }
          })
  if (moved.length === 0) return
  actsOf(model, person).push({
    action: 'submission.decide',
    undo() {
      const overtaken =
        moved.some(({ proposal, after }) => proposal.stage !== after) ||
        family.some(({ member, stage }) => member.stage !== stage)
      if (overtaken) return false
      for (const { proposal, before, kept } of moved) {
        proposal.stage = before.stage
        proposal.mergedInto = before.mergedInto
        if (before.aside !== null) proposal.aside = before.aside
        proposal.decisions.splice(proposal.decisions.indexOf(kept), 1)
        proposal.pastAnswers.push(kept.answer)
      }
      for (const { member, before } of family) member.mergedInto = before
      return true
    },
  })
}

/** Sets fields of proposals in one act; undo is overtaken once one of them has another value. */
export function set<K extends 'assignee' | 'theme' | 'district' | 'address'>(
  model: Model,
  person: string,
  action: string,
  changes: readonly { readonly proposal: ModelProposal; readonly values: Pick<ModelProposal, K> }[],
): void {
  const done = changes.map(({ proposal, values }) => {
    const before = Object.fromEntries(Object.keys(values).map((key) => [key, proposal[key as K]]))
    Object.assign(proposal, values)
    return { proposal, before, after: values }
  })
  if (done.length === 0) return
  actsOf(model, person).push({
    action,
    undo() {
      const shown = (proposal: ModelProposal, value: string | null) =>
        value === null ? null : visible(proposal, value)
      for (const { proposal, after } of done)
        for (const key of Object.keys(after) as K[])
          if (shown(proposal, proposal[key]) !== shown(proposal, after[key])) return false
      for (const { proposal, before } of done) Object.assign(proposal, before)
      return true
    },
  })
}

export function mask(
  model: Model,
  person: string,
  proposal: ModelProposal,
  made: readonly { readonly id: string; readonly passage: string }[],
): void {
  const masks = made.map((each) => ({ ...each, lifted: false }))
  proposal.masks.push(...masks)
  actsOf(model, person).push({
    action: 'redaction.mask',
    undo() {
      if (masks.some((each) => each.lifted || !proposal.masks.includes(each))) return false
      for (const each of masks) proposal.masks.splice(proposal.masks.indexOf(each), 1)
      return true
    },
  })
}

export function lift(model: Model, person: string, proposal: ModelProposal, maskId: string): void {
  const lifted = proposal.masks.find(({ id }) => id === maskId)
  if (lifted === undefined) throw new Error(`no mask ${maskId}`)
  lifted.lifted = true
  actsOf(model, person).push({
    action: 'redaction.lift',
    undo() {
      if (!lifted.lifted || !proposal.masks.includes(lifted)) return false
      lifted.lifted = false
      return true
    },
  })
}

/** Whether a proposal waits for its moderation: only then can it be put off. */
export function isWaiting({ stage }: ModelProposal): boolean {
  const waiting: readonly Stage[] = stageGroups.toModerate
  return waiting.includes(stage)
}

/** Puts proposals off, or back into the queue with null. */
export function putOff(
  model: Model,
  person: string,
  proposals: readonly ModelProposal[],
  aside: { readonly untilOn: string; readonly note: string } | null,
): void {
  const done = proposals.map((proposal) => {
    const before = proposal.aside
    const after = aside === null ? null : { ...aside }
    proposal.aside = after
    return { proposal, before, after }
  })
  if (done.length === 0) return
  actsOf(model, person).push({
    action: aside === null ? 'submission.take-back' : 'submission.set-aside',
    undo() {
      const fits = done.every(
        ({ proposal, before, after }) => proposal.aside === after && (before === null || isWaiting(proposal)),
      )
      if (!fits) return false
      for (const { proposal, before } of done) proposal.aside = before
      return true
    },
  })
}

/** Judges two proposals to be two, or takes that back. */
export function judge(model: Model, person: string, oneId: string, otherId: string): void {
  const key = [oneId, otherId].sort().join()
  const before = model.judgements.get(key)
  const made = before === undefined ? {} : undefined
  if (made === undefined) model.judgements.delete(key)
  else model.judgements.set(key, made)
  actsOf(model, person).push({
    action: made === undefined ? 'pair.maybe-duplicate' : 'pair.not-duplicate',
    undo() {
      if (model.judgements.get(key) !== made) return false
      if (before === undefined) model.judgements.delete(key)
      else model.judgements.set(key, before)
      return true
    },
  })
}

/** The lead of a grouped proposal, else the proposal itself: what stands for it when families are grouped. */
export function leadOf(model: Model, proposal: ModelProposal): ModelProposal {
  return model.proposals.get(proposal.mergedInto ?? proposal.id) ?? proposal
}

/** Whether what can be read of a proposal still holds personal data: then the signal stands on it. */
export function hasPersonalData(proposal: ModelProposal): boolean {
  const { title, body } = proposal
  return personalDataSignal.evidence(wordsOnly(visible(proposal, title), visible(proposal, body))).length > 0
}

/** Dismisses that signal; it can be taken back as long as its words are there. */
export function dismiss(model: Model, person: string, proposal: ModelProposal): void {
  actsOf(model, person).push({ action: 'signal.dismiss', undo: () => hasPersonalData(proposal) })
}

/** Takes a person's last act back. Answers its action, `'overtaken'`, or undefined when there is none. */
export function undoLast(model: Model, person: string): string | undefined {
  const acts = actsOf(model, person)
  const last = acts.at(-1)
  if (last === undefined) return undefined
  if (!last.undo()) return 'overtaken'
  acts.pop()
  return last.action
}

/** Under a closed proposal, or one on the ballot, nothing can be grouped. */
export function isClosed({ stage }: ModelProposal): boolean {
  const closed: readonly Stage[] = [...stageGroups.closed, ...stageGroups.onBallot]
  return closed.includes(stage)
}

/** Those of the passages that masking would find, in the order in which it takes them: the longest first. */
export function findable(proposal: ModelProposal, passages: readonly string[]): readonly string[] {
  const already = [...maskedPassages(proposal)]
  return [...passages]
    .sort((left, right) => right.length - left.length)
    .filter((passage) => {
      const { title, body, address, notes, pastAnswers, decisions } = proposal
      const answers = [...pastAnswers, ...decisions.map(({ answer }) => answer)]
      const texts = [title, body, address ?? '', proposal.aside?.note ?? '', ...notes, ...answers]
      const found = texts.some((text) => countPassages(maskText(text, already), [passage]) > 0)
      if (found) already.push(passage)
      return found
    })
}

/** An act by the name of its first entry: a merge that moves a family starts with its members. */
export function actOf(action: string): string {
  return action === 'submission.merge' ? 'submission.decide' : action
}
