import { fileURLToPath } from 'node:url'
import { raisedSignals } from '../../shared/domain/moderation/signals/index.ts'
import { labelledTexts, scoredSignals, scoreOf, subjectOf } from '../helpers/labelled-texts.ts'
import { type Bench, measureApart, runBench, timed } from './bench.ts'

const file = fileURLToPath(import.meta.url)

/** The bare means: one pass of one pattern that looks for a telephone, an address or a link. */
const bare = /(?:0[1-9](?:[ .-]?\d{2}){4})|[\w.+-]+@[\w-]+\.\w+|https?:\/\/\S+/g

/** Precision and recall per signal, as a table. */
function scores(): string {
  const share = (value: number): string => value.toFixed(3)
  const lines = scoredSignals.map((id) => {
    const { right, wrong, missed, precision, recall } = scoreOf(id)
    const found = right + missed === 0 ? '  (no text has it)' : ''
    return `${id.padEnd(16)} ${share(precision).padStart(9)} ${share(recall).padStart(7)} ${String(right).padStart(6)} ${String(wrong).padStart(6)} ${String(missed).padStart(7)}${found}`
  })
  const all = scoredSignals.map((id) => scoreOf(id))
  const sum = (figure: 'right' | 'wrong' | 'missed'): number =>
    all.reduce((total, score) => total + score[figure], 0)
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')]
  lines.push(
    `${'all'.padEnd(16)} ${share(right / (right + wrong)).padStart(9)} ${share(right / (right + missed)).padStart(7)} ${String(right).padStart(6)} ${String(wrong).padStart(6)} ${String(missed).padStart(7)}`,
  )
  return [
    `Signals on ${labelledTexts.length} real texts labelled by hand`,
    `${'signal'.padEnd(16)} precision  recall  right  wrong  missed`,
    ...lines,
    '',
  ].join('\n')
}

const bench: Bench = {
  name: 'signals',
  async run({ quick }) {
    process.stderr.write(`${scores()}\n`)
    const rounds = quick ? '20' : '100'
    const ours = await measureApart(file, 'signals', rounds)
    const plain = await measureApart(file, 'bare', rounds)
    const texts = labelledTexts.length * Number(rounds)
    return [
      {
        name: `signals of ${texts} texts, beside one pattern`,
        oursSeconds: ours.seconds,
        bareSeconds: plain.seconds,
        ratio: ours.seconds / plain.seconds,
        aim: { kind: 'at-most', ratio: 25 },
        peakMegabytes: ours.peakMegabytes,
      },
    ]
  },
}

await runBench(bench, async ([which, rounds = '1']) => {
  const subjects = labelledTexts.map(subjectOf)
  return {
    seconds: await timed(() => {
      for (let round = 0; round < Number(rounds); round += 1)
        for (const subject of subjects)
          if (which === 'bare') [...`${subject.title}\n${subject.bodyText}`.matchAll(bare)]
          // A subject of its own each time: what is kept of one must be paid each time.
          else raisedSignals({ ...subject })
    }),
  }
})
