import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenFile } from '../../../shared/contract/reports.contract.ts'
import { reportKinds } from '../../../shared/contract/reports.contract.ts'
import type { Command, CommandSetting } from '../command.ts'
import { type CommandArguments, oneOf } from '../command-arguments.ts'
import { euros } from '../euros.ts'
import { makeFolder } from '../make-folder.ts'
import { signIn } from '../open-dossier.ts'
import { tellFiles } from '../tell-files.ts'
import { writeReports } from './report.ts'

const stories = ['roubaix', 'saint-jean-de-braye'] as const
type StoryName = (typeof stories)[number]

/** `demo`: the main job unattended, on the demonstration stories: dossiers, catalogues, reports, write-back. */
export const demoCommand: Command = {
  name: 'demo',
  arguments: [],
  options: { story: 'texts', out: 'text' },
  async run(given, setting) {
    const wanted = wantedStories(given)
    const folder = folderOf(given, setting)
    await makeFolder(folder)
    const made = []
    for (const story of wanted) made.push(await tellStory(story, folder, setting))
    await setting.call('dossiers', 'close', {})
    return {
      value: { folder, stories: made },
      text: made.map((one) => textOf(one, setting)).join('\n\n'),
      refused: made.some(({ sound }) => !sound),
    }
  },
}

function wantedStories(given: CommandArguments): readonly StoryName[] {
  const names = given.texts('story')
  return names.length === 0 ? stories : names.map((name) => oneOf('--story', name, stories))
}

/** The folder that was asked for, else a new one where the command was typed. */
function folderOf(given: CommandArguments, { locate, t }: CommandSetting): string {
  const asked = given.text('out')
  if (asked !== undefined) return locate(asked)
  const usual = locate(t('commandLine.fileNames.demonstration'))
  let number = 1
  const named = (): string => (number === 1 ? usual : `${usual}-${number}`)
  while (existsSync(named())) number += 1
  return named()
}

interface ToldStory {
  readonly story: StoryName
  readonly title: string
  readonly dossier: string
  /** How many got how far. */
  readonly counts: Readonly<Record<string, number>>
  /** In cents. */
  readonly amounts: {
    readonly envelope: number | null
    readonly ballotTotal: number
    readonly winnersTotal: number
  }
  readonly answers: number
  readonly sound: boolean
  readonly files: readonly WrittenFile[]
}

async function tellStory(story: StoryName, parent: string, setting: CommandSetting): Promise<ToldStory> {
  const { call, t, language, note } = setting
  const folder = join(parent, story)
  await makeFolder(folder)
  note(t('commandLine.commands.demo.builds', { story: t(`commandLine.stories.${story}`) }))
  const dossier = join(folder, `${story}.parvis`)
  const opened = await call('dossiers', 'createDemonstration', { story, path: dossier })
  await signIn(opened, undefined, setting)
  const [process] = await call('processes', 'list', {})
  const processId = process?.id ?? ''
  const files: WrittenFile[] = []
  note(t('commandLine.commands.demo.prints'))
  for (const format of ['a4', 'a5'] as const) {
    const path = join(folder, t(`commandLine.fileNames.catalogue-${format}`))
    files.push(await call('reports', 'writeCatalogue', { processId, path, format, language }))
  }
  note(t('commandLine.commands.demo.reports'))
  files.push(...(await writeReports(processId, folder, reportKinds, setting)))
  const answersPath = join(folder, t('commandLine.fileNames.decidim-answers'))
  const answers = await call('reports', 'writeDecidimAnswers', { processId, path: answersPath })
  files.push(answers)
  const { sound } = await call('dossiers', 'check', {})
  const figures = await call('reports', 'keyFigures', { processId })
  const counts = Object.fromEntries(figures.funnel.map(({ step, count }) => [step, count]))
  const { envelope, ballotTotal, winnersTotal } = figures
  return {
    story,
    title: opened.title,
    dossier,
    counts,
    amounts: { envelope, ballotTotal, winnersTotal },
    answers: answers.answers,
    sound,
    files,
  }
}

function textOf(told: ToldStory, setting: CommandSetting): string {
  const { t, language } = setting
  const { envelope, ballotTotal, winnersTotal } = told.amounts
  return [
    told.title,
    Object.entries(told.counts)
      .map(([step, count]) => t('commandLine.commands.demo.step', { step: t(`home.step.${step}`), count }))
      .join(' → '),
    t('commandLine.commands.demo.amounts', {
      envelope: euros(envelope, language),
      ballotTotal: euros(ballotTotal, language),
      winnersTotal: euros(winnersTotal, language),
    }),
    t('commandLine.fileWritten', { path: told.dossier }),
    tellFiles(told.files, setting),
    t('commandLine.commands.demo.answers', { count: told.answers }),
    t(told.sound ? 'dossier.sound' : 'commandLine.commands.check.unsound'),
  ].join('\n')
}
