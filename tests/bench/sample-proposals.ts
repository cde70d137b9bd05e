import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const words =
  'jardin partagé école vélo éclairage place fontaine bancs ombre arbres quartier rue piste cour récréation marché bibliothèque sport tout enfants aînés accessibilité compost fresque mur cœur parc œuvre théâtre kiosque square passage piéton sécurité trottoir pavés médiathèque gymnase forêt urbaine mare biodiversité nichoirs abeilles potager été hiver'.split(
    ' ',
  )
const themes = ['Nature en ville', 'Mobilités', 'Culture', 'Sport', 'Solidarité', 'Propreté', 'Écoles']
const districts = ['Centre', 'Nord', 'Sud', 'Est', 'Ouest']

/** A small generator of whole numbers: the same proposals in every run and on both sides. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
}

export interface SampleProposal {
  readonly id: string
  readonly theme: string
  readonly district: string
  readonly title: string
  readonly body: string
  readonly author: string
  readonly latitude: string
  readonly longitude: string
  readonly supports: string
  readonly publishedAt: string
  readonly url: string
}

/** The proposal of a number: about 60 words of French, as citizens write. */
export function sampleProposal(number: number): SampleProposal {
  const next = numbers(number + 1)
  const say = (count: number): string => {
    let text = words[next() % words.length] ?? ''
    for (let index = 1; index < count; index++) text += ` ${words[next() % words.length]}`
    return text
  }
  const sentences = 3 + (next() % 4)
  let body = ''
  for (let sentence = 0; sentence < sentences; sentence++)
    body += `${sentence === 0 ? '' : sentence % 3 === 0 ? '\n\n' : ' '}${say(8 + (next() % 9))}.`
  const day = 1 + (next() % 28)
  return {
    id: String(number + 1),
    theme: themes[next() % themes.length] ?? '',
    district: districts[next() % districts.length] ?? '',
    title: say(4 + (next() % 5)),
    body,
    author: `${say(1)} ${say(1)}`,
    latitude: (50.68 + (next() % 2_000) / 100_000).toFixed(5),
    longitude: (3.16 + (next() % 2_000) / 100_000).toFixed(5),
    supports: String(next() % 400),
    publishedAt: `2026-03-${String(day).padStart(2, '0')} ${String(next() % 24).padStart(2, '0')}:${String(next() % 60).padStart(2, '0')}:00 +0100`,
    url: `https://participer.exemple.fr/processes/bp/f/3/proposals/${number + 1}`,
  }
}

const header =
  'id;category/id;category/name/fr;scope/id;scope/name/fr;component/id;title/fr;body/fr;author/name;latitude;longitude;state;reference;supports;comments;published_at;url\n'

/** Writes that many proposals as a Decidim export. */
export async function writeSampleExport(path: string, count: number): Promise<void> {
  const stream = createWriteStream(path)
  let pieces = header
  for (let number = 0; number < count; number++) {
    const row = sampleProposal(number)
    pieces += `${row.id};${row.theme.length};${row.theme};${row.district.length};${row.district};3;${row.title};"${row.body}";${row.author};${row.latitude};${row.longitude};;PART-PROP-2026-03-${row.id};${row.supports};0;${row.publishedAt};${row.url}\n`
    if (pieces.length > 1_000_000) {
      if (!stream.write(pieces)) await once(stream, 'drain')
      pieces = ''
    }
  }
  stream.end(pieces)
  await once(stream, 'finish')
}
