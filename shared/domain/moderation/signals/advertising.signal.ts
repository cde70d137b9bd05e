import { foldedMatches, type Signal } from './signal.ts'

/** What is said to sell, in French and, as spam goes, in English. Folded: no capitals, no accents. */
const sellingWords = [
  /\b(?:code promo|promotions? (?:exceptionnelles?|en cours)|offre (?:speciale|exclusive|promotionnelle|commerciale)|prix (?:casses?|imbattables?)|meilleurs? prix|livraison (?:gratuite|offerte)|devis (?:gratuit|offert)|satisfait ou rembourse)\b/,
  /\b(?:contactez[- ]nous|appelez[- ]nous|rendez[- ]vous sur (?:notre|mon) (?:site|page)|visitez (?:notre|mon) site|abonnez[- ]vous|suivez[- ](?:nous|moi)|likez|partagez (?:cette|la) (?:page|video|petition)|signez (?:la|cette|ma|notre) petition)\b/,
  /\b(?:notre|mon) (?:entreprise|societe|start-?up|boutique|agence|cabinet) (?:vous )?(?:propose|offre|commercialise|vend|fabrique|est specialisee?)\b/,
  /\bnous (?:vous )?(?:proposons|commercialisons|vendons) (?:nos|notre) (?:services?|produits?|solutions?|gammes?|prestations?)\b/,
  /\b(?:nos|notre) (?:tarifs?|catalogue|gamme|prestations?|produits?) (?:sont|est|commencent?|a partir)\b/,
  /\b(?:gagnez|gagner) (?:de l['’]argent|[\d\s.]+(?:€|euros))|\b(?:casino en ligne|credit (?:rapide|sans justificatif)|pret entre particuliers|voyance)\b/,
  /\b(?:buy|order|shop) (?:it |them )?(?:now|online|today|here)\b|\bbuy [a-z]+|\bcheck ?out (?:the|our|my) (?:reviews?|site|website|page)\b|\bclick here\b|\bfree shipping\b|\b(?:diet|keto) pills\b|\b(?:natural|weight loss|diet) supplements?\b|\blos(?:e|ing) (?:your )?weight\b|\bdiscount code\b/,
]

const selling = new RegExp(sellingWords.map(({ source }) => source).join('|'), 'g')

/** Words of a seller, calls to follow, to subscribe or to sign. */
export const advertisingSignal = {
  id: 'advertising',
  evidence: (subject) => foldedMatches(subject, selling),
} as const satisfies Signal
