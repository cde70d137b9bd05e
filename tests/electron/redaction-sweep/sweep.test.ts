import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redactableTables } from '../../../electron/data/redactions/redactable-tables.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import { installedChromium, openChromiumPrinter } from '../exports/documents/chromium-printer.ts'
import { methods } from './methods.ts'
import { commandLineOutputs, outputs } from './outputs.ts'
import { secrets, tracesIn, tracesInFile, tracesInValue } from './secrets.ts'
import { openSweptDossier, type SweptDossier } from './swept-dossier.ts'

describe('the sweep over what leaves the dossier', () => {
  it('sees a masked word however it is written', () => {
    for (const written of [
      'ZEPHYRINE',
      'Z&#233;phyrine',
      'Zéphy</b>rine',
      '<t>Œdipi</t><t>anus</t>',
      '06.98.76.54.32',
      'Z=C3=A9phy=\r\nrine',
      'Subject: =?UTF-8?B?WsOpcGh5cmluZQ==?=',
      'http://x/quetzal%20montgolfi%C3%A8re',
    ])
      expect(tracesIn(written), written).not.toEqual([])
    expect(tracesIn('un jardin […]')).toEqual([])
  })
})

const chromium = installedChromium()

describe.skipIf(chromium === undefined)('I15 a person without the right finds no masked word', () => {
  let swept: SweptDossier
  let printer: Awaited<ReturnType<typeof openChromiumPrinter>>
  beforeAll(async () => {
    printer = await openChromiumPrinter(chromium ?? '')
    swept = await openSweptDossier(printer)
  }, 120_000)
  afterAll(async () => {
    await swept.stop()
    await printer.close()
  })

  it('had the words in every kind of object before', () => {
    const kinds = redactableTables.map(({ kind }) => kind)
    expect(kinds.filter((kind) => !swept.planted.has(kind))).toEqual([])
  })

  it('still has them under seal', async () => {
    swept.actAs('administrator')
    const original = await swept.call('redactions', 'original', { submissionId: swept.submissionId })
    expect(new Set(await tracesInValue(original)).size).toBeGreaterThanOrEqual(secrets.length)
    swept.actAs('limited')
    const refused = await swept.refusal('redactions.original', { submissionId: swept.submissionId })
    expect(refused.code).toBe('permission-missing')
  })

  const produced = Object.entries(outputs).flatMap(([name, output]) =>
    typeof output === 'function' ? [[name, output] as const] : [],
  )
  it.each(produced)(
    'in what %s answers',
    async (name, output) => {
      const permission = methods.find(([known]) => known === name)?.[1].permission
      const limited = permission === 'anyone' || permission === 'outside' || permission === undefined
      // What the person may not ask at all is swept for those who may: it is masked for them, too.
      swept.actAs(
        limited || may(['technical-service', 'finance', 'reader'], permission) ? 'limited' : 'administrator',
      )
      expect(await tracesInValue(await output(swept))).toEqual([])
    },
    120_000,
  )

  it('and would have found them before, in what shows the texts', async () => {
    const open = await openSweptDossier(printer, false)
    open.actAs('administrator')
    const blind: string[] = []
    const produce = async (name: string): Promise<unknown> => {
      const output = outputs[name]
      if (typeof output !== 'function') throw new Error(`${name} is not produced`)
      return output(open)
    }
    for (const name of showsTexts)
      if ((await tracesInValue(await produce(name))).length === 0) blind.push(name)
    for (const name of writesTexts) await produce(name)
    const silent = await Promise.all(
      open
        .files()
        .filter((file) => holdsTexts.test(file))
        .map(async (file) => ((await tracesInFile(file)).length === 0 ? [file] : [])),
    )
    await open.stop()
    expect([...blind, ...silent.flat()]).toEqual([])
  }, 240_000)

  it('in what the command line prints', async () => {
    swept.actAs('limited')
    const printed = await commandLineOutputs(swept)
    expect(printed.join().length).toBeGreaterThan(50_000)
    for (const each of printed) expect(tracesIn(each)).toEqual([])
  }, 120_000)

  it('in any file that was written, in its name, or in a log', async () => {
    const files = swept.files()
    expect(files.filter((file) => file.endsWith('.xlsx')).length).toBeGreaterThan(10)
    expect(files.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(3)
    expect(files.filter((file) => file.endsWith('.eml'))).toHaveLength(1)
    const found = await Promise.all(files.map(async (file) => [file, await tracesInFile(file)] as const))
    expect(found.filter(([, traces]) => traces.length > 0)).toEqual([])
  }, 120_000)

  it('in what was handed to the printer or to another program', async () => {
    expect(swept.handedOver.length).toBeGreaterThan(3)
    for (const bytes of swept.handedOver) expect(await tracesInValue(bytes)).toEqual([])
  }, 120_000)
})

/** Methods whose answer holds texts of the proposal itself. */
const showsTexts = [
  'desk.waiting',
  'families.compare',
  'journal.list',
  'letters.get',
  'letters.list',
  'letters.ofSubmission',
  'letters.preview',
  'paper.entered',
  'paper.typed',
  'projects.get',
  'projects.list',
  'redactions.suggestions',
  'reports.decidimAnswers',
  'reports.previewCatalogue',
  'reports.previewWorkbook',
  'reviews.of',
  'signals.of',
  'studies.get',
  'studies.list',
  'submissions.comments',
  'submissions.get',
  'submissions.list',
] as const

/** Files that hold texts of the proposal, by their names. */
const holdsTexts =
  /(?:journal|register|moderation|feasibility|budget|workbook|selection|catalogue|recepisses|reponses)[^/]*$|[.]eml$/

/** Methods that write files that hold texts of the proposal. */
const writesTexts = [
  'journal.exportWorkbook',
  'letters.produce',
  'map.exportSelection',
  'paper.writeReceipts',
  'reports.write',
  'reports.writeCatalogue',
  'reports.writeDecidimAnswers',
] as const
