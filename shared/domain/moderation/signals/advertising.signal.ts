import { foldedMatches, type Signal } from './signal.ts'

/** What is said to sell. Folded: no capitals, no accents. */
const selling = [
  /\b(?:code promo|promotions? (?:exceptionnelles?|en cours)|offre (?:speciale|exclusive|promotionnelle|commerciale)|bon(?:ne)? affaire|prix (?:casses?|imbattables?)|meilleurs? prix|livraison (?:gratuite|offerte)|devis (?:gratuit|offert)|sans engagement|satisfait ou rembourse)\b/,
  /\b(?:contactez[- ]nous|appelez[- ]nous|ecrivez[- ]nous|rendez[- ]vous sur (?:notre|mon|le) site|visitez (?:notre|mon) site|cliquez (?:ici|sur)|abonnez[- ]vous|suivez[- ](?:nous|moi)|likez|partagez (?:cette|la) (?:page|video|petition)|signez (?:la|cette|ma|notre) petition)\b/,
  /\b(?:notre|mon) (?:entreprise|societe|start-?up|boutique|agence|cabinet) (?:vous )?(?:propose|offre|commercialise|vend|fabrique|est specialisee?)\b/,
  /\bnous (?:vous )?(?:proposons|commercialisons|vendons) (?:nos|notre) (?:services?|produits?|solutions?|gammes?|prestations?)\b/,
  /\b(?:nos|notre) (?:tarifs?|catalogue|gamme|prestations?|produits?) (?:sont|est|commencent?|a partir)\b/,
  /\b(?:gagnez|gagner) (?:de l['’]argent|[\d\s.]+(?:€|euros))|\b(?:casino en ligne|bitcoins?|crypto-?monnaies?|credit (?:rapide|sans justificatif)|pret entre particuliers|voyance)\b/,
]
const hashtags = /(?<![\w&/])#[\p{L}][\p{L}\p{N}_]{2,}/gu

/** Words of a seller, calls to click or to sign, hashtags. */
export const advertisingSignal = {
  id: 'advertising',
  evidence: (subject) => [
    ...foldedMatches(subject, new RegExp(selling.map(({ source }) => source).join('|'), 'g')),
    ...foldedMatches(subject, hashtags),
  ],
} as const satisfies Signal
