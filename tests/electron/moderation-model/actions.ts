import fc from 'fast-check'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { verdicts } from '../../../shared/domain/moderation/verdict.ts'
import * as rules from './model.ts'
import type { World } from './world.ts'

/** Words of titles, texts, notes and addresses: accents, ligatures, words inside others, numbers, two that go together. */
export const vocabulary = [
  'jardin',
  'jardinage',
  'Lefèvre',
  'Éloïse',
  'cœur',
  'marché',
  'place',
  'bancs',
  'vélos',
  'école',
  'Durand',
  'Durandal',
  'pré',
  'bœuf',
  'arbres',
  'fontaine',
  'ombre',
  'noël',
  'façade',
  '0612345678',
  'Mme Durand',
] as const

/** Which proposals, words and values an action means: numbers that are laid over what there is. */
export interface Choice {
  readonly kind: (typeof kinds)[number]
  readonly proposal: number
  readonly other: number
  readonly value: number
  readonly many: number
}

const kinds = [
  'decide',
  'decideMany',
  'merge',
  'split',
  'mask',
  'maskAll',
  'lift',
  'classify',
  'assign',
  'note',
  'group',
  'putOff',
  'takeBack',
  'judge',
  'dismiss',
  'undo',
] as const

/** One action at random; undo comes often enough to reach far back. */
export const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...kinds) },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  ),
  proposal: fc.nat(10_000),
  other: fc.nat(10_000),
  value: fc.nat(10_000),
  many: fc.nat(6),
})

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const reasons: readonly RefusalReason[] = ['over-cap', 'imprecise', 'technical', 'commercial']

/** Does one action on the dossier and on the model; where the rules refuse, the dossier must refuse too. */
export async function act(world: World, person: string, chosen: Choice): Promise<void> {
  const { model, call, refusal } = world
  const proposals = [...model.proposals.values()]
  const proposal = pick(proposals, chosen.proposal)
  const word = pick(vocabulary, chosen.value)
  switch (chosen.kind) {
    case 'decide':
    case 'decideMany': {
      const verdict = pick(
        verdicts.filter((each) => each !== 'merged'),
        chosen.value,
      )
      const decision = {
        verdict,
        reasons: verdict === 'inadmissible' ? [pick(reasons, chosen.other)] : [],
        answer: `Réponse au sujet de ${pick(vocabulary, chosen.other)}.`,
      }
      const input = { verdict, reasons: decision.reasons, rationale: decision.answer }
      if (chosen.kind === 'decide') {
        if (!rules.mayDecide(proposal, verdict))
          return refusal(
            'submissions.decide',
            { submissionId: proposal.id, ...input },
            'transition-not-allowed',
          )
        await call('submissions', 'decide', { submissionId: proposal.id, ...input })
        return rules.decide(model, person, [proposal], decision)
      }
      const many = Array.from({ length: chosen.many + 1 }, (_, index) =>
        pick(proposals, chosen.proposal + index * (chosen.other + 1)),
      )
      const distinct = [...new Set(many)]
      await call('submissions', 'decideMany', {
        submissionIds: distinct.map(({ id }) => id),
        skipUnfit: true,
        ...input,
      })
      return rules.decide(
        model,
        person,
        distinct.filter((each) => rules.mayDecide(each, verdict)),
        decision,
      )
    }
    case 'merge': {
      const lead = pick(proposals, chosen.other)
      const input = { submissionId: proposal.id, intoSubmissionId: lead.id, rationale: 'Même idée' }
      if (lead === proposal || rules.isClosed(lead))
        return refusal('submissions.merge', input, 'merge-impossible')
      if (!rules.mayDecide(proposal, 'merged'))
        return refusal('submissions.merge', input, 'transition-not-allowed')
      await call('submissions', 'merge', input)
      const decision = { verdict: 'merged', reasons: ['duplicate'], answer: 'Même idée' } as const
      return rules.decide(model, person, [proposal], decision, lead.id)
    }
    case 'split': {
      const merged = proposals.filter(({ stage }) => stage === 'merged')
      const input = { reason: 'Deux idées' }
      if (merged.length === 0)
        return refusal('submissions.split', { submissionId: proposal.id, ...input }, 'split-not-merged')
      const member = pick(merged, chosen.proposal)
      await call('submissions', 'split', { submissionId: member.id, ...input })
      const decision = { verdict: 'reopened', reasons: [], answer: 'Deux idées' } as const
      return rules.decide(model, person, [member], decision)
    }
    case 'mask':
    case 'maskAll': {
      const words = chosen.kind === 'mask' ? [word] : [...new Set([word, pick(vocabulary, chosen.other)])]
      const found = rules.findable(proposal, words)
      const input = { submissionId: proposal.id, passages: words, reason: 'Donnée personnelle' }
      if (found.length === 0) return refusal('redactions.maskAll', input, 'passage-not-found')
      const known = new Set(proposal.masks.filter(({ lifted }) => !lifted).map(({ id }) => id))
      const records = await call('redactions', 'maskAll', input)
      const made = records.filter(({ id }) => !known.has(id)).map(({ id }) => id)
      return rules.mask(
        model,
        person,
        proposal,
        made.map((id, index) => ({ id, passage: found[index] ?? '' })),
      )
    }
    case 'lift': {
      const held = proposals.flatMap((each) =>
        each.masks.filter(({ lifted }) => !lifted).map(({ id }) => ({ each, id })),
      )
      if (held.length === 0) return
      const { each, id } = pick(held, chosen.proposal)
      await call('redactions', 'lift', { redactionId: id, reason: 'Accord reçu' })
      return rules.lift(model, person, each, id)
    }
    case 'classify': {
      const { version } = await call('submissions', 'get', { submissionId: proposal.id })
      const values = {
        theme: pick([null, ...world.themeIds], chosen.value),
        district: pick([null, ...world.districtIds], chosen.other),
        address: chosen.many === 0 ? null : `${chosen.value} rue de ${word}`,
      }
      await call('submissions', 'classify', {
        submissionId: proposal.id,
        version,
        themeId: values.theme,
        districtId: values.district,
        address: values.address,
      })
      return rules.set(model, person, 'submission.classify', [{ proposal, values }])
    }
    case 'assign': {
      const assignee = pick([null, ...world.personIds], chosen.value)
      const many = Array.from({ length: chosen.many + 1 }, (_, index) =>
        pick(proposals, chosen.proposal + index),
      )
      await call('submissions', 'assign', {
        submissionIds: many.map(({ id }) => id),
        assigneeId: assignee,
      })
      const changes = [...new Set(many)]
        .filter((each) => each.assignee !== assignee)
        .map((each) => ({ proposal: each, values: { assignee } }))
      return rules.set(model, person, 'submission.assign', changes)
    }
    case 'note': {
      const text = `Vu avec ${word}, ${pick(vocabulary, chosen.other)}`
      await call('submissions', 'addNote', { submissionId: proposal.id, text })
      proposal.notes.push(text)
      return
    }
    case 'group': {
      const lead = rules.leadOf(model, proposal)
      const named = Array.from({ length: chosen.many + 1 }, (_, index) =>
        pick(proposals, chosen.other + index * (chosen.value + 1)),
      )
      const members = [...new Set(named.map((each) => rules.leadOf(model, each)))].filter(
        (each) => each !== lead,
      )
      const input = { leadId: proposal.id, memberIds: named.map(({ id }) => id), rationale: 'Même idée' }
      if (members.length > 0 && rules.isClosed(lead))
        return refusal('families.group', input, 'merge-impossible')
      if (members.some((each) => !rules.mayDecide(each, 'merged')))
        return refusal('families.group', input, 'transition-not-allowed')
      await call('families', 'group', input)
      const decision = { verdict: 'merged', reasons: ['duplicate'], answer: 'Même idée' } as const
      return rules.decide(model, person, members, decision, lead.id)
    }
    case 'putOff': {
      const many = [...new Set([proposal, pick(proposals, chosen.other)])]
      const aside = {
        untilOn: `2027-0${1 + (chosen.value % 9)}-15`,
        note: `Attendre la réponse de ${word}`,
      }
      const input = { submissionIds: many.map(({ id }) => id), ...aside }
      if (!many.every(rules.isWaiting)) return refusal('desk.setAside', input, 'aside-not-waiting')
      await call('desk', 'setAside', input)
      return rules.putOff(model, person, many, aside)
    }
    case 'takeBack': {
      await call('desk', 'takeBack', { submissionIds: proposals.slice(0, 12).map(({ id }) => id) })
      return rules.putOff(
        model,
        person,
        proposals.slice(0, 12).filter(({ aside }) => aside !== null),
        null,
      )
    }
    case 'judge': {
      const other = pick(proposals, chosen.other)
      if (other === proposal) return
      const pair = { oneId: proposal.id, otherId: other.id }
      const known = model.judgements.has([pair.oneId, pair.otherId].sort().join())
      await call('families', known ? 'unmarkNotDuplicate' : 'markNotDuplicate', pair)
      return rules.judge(model, person, proposal.id, other.id)
    }
    case 'dismiss': {
      const input = {
        submissionId: proposal.id,
        signalId: 'personal-data' as const,
        reason: 'Le numéro de la mairie',
      }
      if (!rules.hasPersonalData(proposal)) return refusal('signals.dismiss', input, 'not-found')
      await call('signals', 'dismiss', input)
      return rules.dismiss(model, person, proposal)
    }
    case 'undo':
      return undo(world, person)
  }
}

/** Takes the person's last act back on both sides. Answers whether there was one. */
export async function undo(world: World, person: string): Promise<void> {
  const expected = rules.undoLast(world.model, person)
  if (expected === 'overtaken') return world.refusal('journal.undoLast', {}, 'undo-overtaken')
  const { undone } = await world.call('journal', 'undoLast', {})
  world.expectSame(undone === null ? undefined : rules.actOf(undone.action), expected, 'the act taken back')
}
