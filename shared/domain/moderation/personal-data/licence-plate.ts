/** Plates since 2009: AB-123-CD, without I, O, U, nor SS; the hyphens or spaces are there, or it may be anything. */
const present =
  /(?<![\p{L}\d-])(?!SS|WW)[A-HJ-NP-TV-Z]{2}([-\u2011 ])\d{3}\1(?!SS)[A-HJ-NP-TV-Z]{2}(?![\p{L}\d-])/gu
/** Plates before 2009: 123 ABC 59. */
const former =
  /(?<![\p{L}\d])\d{1,4}[- ]?[A-HJ-NP-TV-Z]{2,3}[- ]?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\p{L}\d])/gu
/** The old form looks like a lot of things: somebody must be speaking of a vehicle. */
const vehicle = /immatricul|plaque|voiture|vehicule|camion|scooter|moto\b|automobil/

/** Licence plates of vehicles. `folded` is the same text without case and accents, of the same length. */
export function findLicencePlates(
  text: string,
  folded: string,
): readonly { readonly passage: string; readonly at: number }[] {
  const near = (at: number): string => folded.slice(Math.max(0, at - 80), at + 60)
  return [
    ...[...text.matchAll(present)].filter((match) => match[1] !== ' ' || vehicle.test(near(match.index))),
    ...[...text.matchAll(former)].filter((match) => vehicle.test(near(match.index))),
  ].map((match) => ({ passage: match[0], at: match.index }))
}
