import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { addressesService } from '../../electron/services/addresses/addresses.service.ts'
import { openTestDossier } from '../helpers/test-dossier.ts'
import { type Bench, type BenchResult, measureApart, runBench, timed } from './bench.ts'

const file = fileURLToPath(import.meta.url)
const real = join(import.meta.dirname, '../../../shared/data/geo/toulouse-erp-adresses.geojson')

const buildings = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        geo_point_2d: z.object({ lon: z.number(), lat: z.number() }).nullable(),
        numero_rue: z.number().nullable(),
        complement_rue: z.string().nullable(),
        nom_rue: z.string().nullable(),
        commune: z.string().nullable(),
      }),
    }),
  ),
})

interface RealAddress {
  /** As the town's register of public buildings writes it: `3 B BD ST-MICHEL`. */
  readonly written: string
  readonly number: number
  readonly suffix: string
  readonly street: string
  readonly longitude: number
  readonly latitude: number
}

/** Addresses of Toulouse with a number and a point. */
function realAddresses(): readonly RealAddress[] {
  const { features } = buildings.parse(JSON.parse(readFileSync(real, 'utf8')))
  return features.flatMap(({ properties }) => {
    const {
      geo_point_2d: point,
      numero_rue: number,
      complement_rue: letter,
      nom_rue: street,
      commune,
    } = properties
    if (point === null || number === null || street === null || commune !== 'TOULOUSE') return []
    const suffix = letter === 'B' ? 'bis' : letter === 'T' ? 'ter' : ''
    return [
      {
        written: `${number}${letter === null ? '' : ` ${letter}`} ${street}`,
        number,
        suffix,
        street,
        longitude: point.lon,
        latitude: point.lat,
      },
    ]
  })
}

/** Beginnings of names in that register, as the national base spells them. Its own list: none of ours. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/^AV /, 'Avenue '],
  [/^BD /, 'Boulevard '],
  [/^PL /, 'Place '],
  [/^CHE /, 'Chemin '],
  [/^RTE /, 'Route '],
  [/^ALL /, 'Allée '],
  [/^IMP /, 'Impasse '],
  [/^SQ /, 'Square '],
  [/^RUE /, 'Rue '],
  [/\bST /g, 'Saint-'],
  [/\bSTE /g, 'Sainte-'],
  [/\bGAL /g, 'Général '],
  [/\bDR /g, 'Docteur '],
  [/\bMAL /g, 'Maréchal '],
  [/\bCDT /g, 'Commandant '],
  [/\bPDT /g, 'Président '],
]

function nationalSpelling(street: string): string {
  return spelled
    .reduce((text, [pattern, word]) => text.replace(pattern, word), street)
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
}

/** A fixed chain of numbers: the same slips in every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The slips of people who write by hand: a letter lost, doubled or swapped, accents, abbreviations, the town after it. */
function asWritten(address: RealAddress, index: number): string {
  const chance = createChance(index + 1)
  const street = nationalSpelling(address.street)
  const at = 6 + chance(Math.max(1, street.length - 8))
  const slips: readonly (() => string)[] = [
    () => address.written,
    () => `${address.number} ${address.suffix} ${street}, 31000 Toulouse`.replace('  ', ' '),
    () => `${address.number}${address.suffix} ${street.slice(0, at)}${street.slice(at + 1)}`,
    () => `${address.number}${address.suffix} ${street.slice(0, at)}${street[at] ?? ''}${street.slice(at)}`,
    () => `${street}, ${address.number} ${address.suffix}`.trim(),
    () =>
      `Devant le ${address.number} ${address.suffix} ${street.toLowerCase()}, à Toulouse`.replace('  ', ' '),
    () =>
      `${address.number} ${address.suffix} ${street
        .replace(/^Avenue/, 'av.')
        .replace(/^Boulevard/, 'Bd')
        .replace(/^Place/, 'pl')
        .replace('Saint-', 'St ')}`,
  ]
  return (slips[index % slips.length] ?? (() => address.written))()
}

const types = ['Rue', 'Avenue', 'Impasse', 'Chemin', 'Allée', 'Place'] as const

/** A base of one commune: the real streets with their real doors, homonyms of another type, until there are `count`. */
function syntheticBase(addresses: readonly RealAddress[], count: number): string {
  const lines = ['id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat']
  const doors = new Map<string, Set<string>>()
  const add = (number: number, suffix: string, street: string, longitude: number, latitude: number): void => {
    const known = doors.get(street) ?? new Set()
    const door = `${number}${suffix}`
    if (known.has(door)) return
    known.add(door)
    doors.set(street, known)
    lines.push(`${lines.length};${number};${suffix};${street};31000;31555;Toulouse;${longitude};${latitude}`)
  }
  for (const { number, suffix, street, longitude, latitude } of addresses)
    add(number, suffix, nationalSpelling(street), longitude, latitude)
  const chance = createChance(7)
  const names = [...doors.keys()]
  for (let round = 0; lines.length <= count; round += 1) {
    for (const name of names) {
      const bare = name.replace(/^\S+ /, '')
      const street = round % 3 === 0 ? `${types[chance(types.length)]} ${bare}` : name
      add(1 + chance(400), '', street, 1.35 + chance(1_600) / 10_000, 43.54 + chance(1_200) / 10_000)
      if (lines.length > count) break
    }
  }
  return lines.join('\n')
}

/** An address as the base writes it. */
function envelopeOf({ number, suffix, street }: RealAddress): string {
  return `${number} ${suffix === '' ? '' : `${suffix} `}${nationalSpelling(street)}, 31000 Toulouse`
}

const bareKey = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

async function measureBoth(path: string): Promise<Readonly<Record<string, number>>> {
  const dossier = await openTestDossier()
  try {
    const call = await dossier.callAs('Camille', ['administrator'])
    const loading = await timed(async () => {
      await addressesService.importBase({ path }, call)
    })
    const bare = new Map<string, string>()
    const bareLoading = await timed(() => {
      for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
        const [, number = '', suffix = '', street = ''] = line.split(';')
        const door = `${number} ${suffix} ${street}`.replace('  ', ' ')
        bare.set(bareKey(door), `${door}, 31000 Toulouse`)
      }
    })
    const addresses = realAddresses()
    const written = addresses.map(asWritten)
    await addressesService.search({ text: '1 rue', limit: 1 }, call)
    let [right, bareRight, sure, sureRight] = [0, 0, 0, 0]
    const rounds = 5
    const ours = await timed(async () => {
      for (let round = 0; round < rounds; round += 1)
        for (const [index, text] of written.entries()) {
          const [best] = await addressesService.search({ text, limit: 1 }, call)
          const address = addresses[index]
          if (round > 0 || best === undefined || address === undefined) continue
          // The register has buildings at one number a hundred metres apart: the door is what counts, not its point.
          const near = best.label === envelopeOf(address)
          if (near) right += 1
          if (best.score >= 0.8) {
            sure += 1
            if (near) sureRight += 1
          }
        }
    })
    const theirs = await timed(() => {
      for (let round = 0; round < rounds; round += 1)
        for (const [index, text] of written.entries()) {
          const found = bare.get(bareKey(text))
          const address = addresses[index]
          if (round === 0 && found !== undefined && address !== undefined && found === envelopeOf(address))
            bareRight += 1
        }
    })
    return {
      loading,
      bareLoading,
      ours: ours / (rounds * written.length),
      theirs: theirs / (rounds * written.length),
      share: right / written.length,
      bareShare: bareRight / written.length,
      sureShare: sure / written.length,
      sureRight: sureRight / Math.max(1, sure),
    }
  } finally {
    await dossier.close()
  }
}

/** Addresses of one commune against a file of its own: how many are found, how fast, beside a plain look-up. */
export const geocodingBench: Bench = {
  name: 'geocoding',
  async run({ quick }) {
    if (!existsSync(real)) {
      process.stderr.write('geocoding: skipped, the public data is not beside the project\n')
      return []
    }
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    try {
      const count = quick ? 20_000 : 100_000
      const path = join(folder, 'ban.csv')
      await writeFile(path, syntheticBase(realAddresses(), count))
      const { figures = {}, peakMegabytes } = await measureApart(file, path)
      const figure = (name: string): number => figures[name] ?? Number.NaN
      const percent = (name: string): string => `${(figure(name) * 100).toFixed(1)} %`
      process.stderr.write(
        [
          `doors found: ${percent('share')}, by exact match ${percent('bareShare')}`,
          `offered for one act (80 % and more): ${percent('sureShare')}, of which right ${percent('sureRight')}`,
          `addresses a second: ${Math.round(1 / figure('ours')).toLocaleString('en')}, by exact match ${Math.round(1 / figure('theirs')).toLocaleString('en')}`,
          '',
        ].join('\n'),
      )
      return [
        {
          name: `load ${count.toLocaleString('en')} addresses against reading them into a map`,
          oursSeconds: figure('loading'),
          bareSeconds: figure('bareLoading'),
          ratio: figure('loading') / figure('bareLoading'),
          aim: { kind: 'at-most', ratio: 8 },
          peakMegabytes,
        },
        {
          name: 'addresses found, ours against exact match (share)',
          oursSeconds: figure('ours'),
          bareSeconds: figure('theirs'),
          ratio: figure('share') / Math.max(0.001, figure('bareShare')),
          aim: { kind: 'at-least', ratio: 2 },
          peakMegabytes,
        },
      ] satisfies readonly BenchResult[]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(geocodingBench, async ([path = '']) => ({ seconds: 0, figures: await measureBoth(path) }))
