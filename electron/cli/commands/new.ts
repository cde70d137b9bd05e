import { parseAmount } from '../../../shared/domain/money/parse-amount.ts'
import { processKinds } from '../../../shared/domain/processes/process-kind.ts'
import type { Command } from '../command.ts'
import type { CommandArguments } from '../command-arguments.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `new <dossier> --title T --kind K`: makes a dossier with its first démarche. */
export const newCommand: Command = {
  name: 'new',
  arguments: ['dossier'],
  options: {
    title: 'text',
    kind: 'text',
    envelope: 'text',
    administrator: 'text',
    commune: 'text',
    insee: 'text',
    district: 'texts',
    opens: 'text',
    closes: 'text',
    prefix: 'text',
  },
  async run(given, { call, locate, accountName, t }) {
    given.required('kind')
    const opened = await call('dossiers', 'create', {
      path: locate(given.word(0)),
      title: given.required('title'),
      kind: given.choice('kind', processKinds) ?? 'participatory-budget',
      personName: given.text('administrator') ?? accountName,
      communeName: given.text('commune') ?? '',
      inseeCode: given.text('insee') ?? '',
      envelope: envelopeOf(given),
      districts: [...given.texts('district')],
      submissionOpensOn: dayOf(given, 'opens'),
      submissionClosesOn: dayOf(given, 'closes'),
      referencePrefix: given.text('prefix') ?? '',
    })
    const text = t('commandLine.commands.new.done', {
      path: opened.path,
      name: opened.person?.name ?? opened.people[0]?.name ?? '',
    })
    return { value: opened, text }
  },
}

function envelopeOf(given: CommandArguments): number | null {
  const value = given.text('envelope')
  if (value === undefined) return null
  const amount = parseAmount(value)
  if (amount === undefined || amount < 0)
    throw new WrongUsage('not-an-amount', { option: '--envelope', value })
  return amount
}

function dayOf(given: CommandArguments, option: string): string | null {
  const value = given.text(option)
  if (value === undefined) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new WrongUsage('not-a-day', { option: `--${option}`, value })
  return value
}
