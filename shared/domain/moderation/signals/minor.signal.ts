import { foldInPlace } from '../text-folding.ts'
import { foldedMatches, type Signal } from './signal.ts'

const ages =
  '(?:[3-9]|1[0-7]|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix[ -]sept)'
const classes =
  '(?:cp|ce1|ce2|cm1|cm2|6e(?:me)?|5e(?:me)?|4e(?:me)?|3e(?:me)?|sixieme|cinquieme|quatrieme|troisieme|(?:classe de )?(?:seconde|premiere|terminale)|primaire|maternelle)'
const pupils = '(?:eleves?|ecoli(?:er|ere|ers|eres)|collegien(?:ne|s|nes)?|lyceen(?:ne|s|nes)?|enfants?)'

/** Somebody who speaks of themselves: « j’ai 12 ans », not « mon fils de 12 ans » nor « j’ai 12 ans d’expérience ». */
const spoken = new RegExp(
  [
    `\\bj['’]ai (?:deja |seulement |bientot |juste )?${ages} ans\\b(?! d['’](?:experience|anciennete|activite|etude)| de (?:metier|pratique|carriere|retard|vie|mariage|service))`,
    `\\b(?:nous avons|on a) (?:entre )?${ages}(?: (?:et|a|ou) ${ages})? ans\\b(?! d['’]| de )`,
    `\\bje suis (?:une? )?${pupils}\\b(?! d['’](?:un|une) )`,
    `\\bje suis (?:en|au) (?:${classes}|college|lycee)\\b`,
    `\\bnous sommes (?:des |les |une classe d['’]?|la classe de |en )(?:${pupils}|${classes})\\b`,
    `\\bje suis (?:agee? de|mineure?)(?: ${ages} ans)?\\b`,
    '\\b(?:ma|notre) (?:maitresse|prof principale?)\\b',
  ].join('|'),
  'g',
)

/** The age or the year of birth that a form asked for. */
function askedAge(extra: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(extra).flatMap(([question, answer]) => {
    if (!/^(?:votre |ton )?age\b/.test(foldInPlace(question.trim()))) return []
    const age = /^(\d{1,2})(?: ans)?$/.exec(answer.trim())?.[1]
    return age !== undefined && Number(age) < 18 ? [answer.trim()] : []
  })
}

/** Written by somebody under eighteen: an adult contact is needed, and no name is published. */
export const minorSignal = {
  id: 'minor',
  evidence: (subject) => [...foldedMatches(subject, spoken), ...askedAge(subject.extra)],
} as const satisfies Signal
