/** The language of a text as ISO 639-1 (`es`), null where it cannot be told. */
export type LanguageOf = (text: string) => string | null

/**
 * Letters below which a text says too little of its language: the name of a street. From here on the detector was right
 * about every French text of the public collections that it called reliable, and about all but two foreign ones.
 */
const fewestLetters = 25
/** Characters that tell enough. */
const readCharacters = 2_000

let loaded: Promise<LanguageOf> | undefined

/** The language detector, whose tables are read when a first text asks for them. */
export function languageDetector(): Promise<LanguageOf> {
  loaded ??= import('eld/small').then(({ eld }) => (text) => {
    const words = text.slice(0, readCharacters).replace(/https?:\S+|\S+@\S+/g, ' ')
    if ((words.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null
    const result = eld.detect(words)
    return result.language === '' || !result.isReliable() ? null : result.language
  })
  return loaded
}
