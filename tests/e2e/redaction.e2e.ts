import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RedactablePicture } from '../../shared/read-models/redaction.ts'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import { pngFile } from '../helpers/png-file.ts'
import { axeFindings } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { DeskPage } from './pages/desk.page-model.ts'

const deposits = `id;title/fr;body/fr;published_at
101;Rénover le collège Sévigné;<p>Les salles sont vétustes. Appelez le 06 <strong>12 34</strong> 56 78 ou écrivez à p.durand@exemple.fr.</p>;2026-01-12 09:00:00
102;Bancs place de la Fraternité;<p>Six bancs à l’ombre, pour les aînés et les familles du quartier.</p>;2026-01-13 09:00:00
`

const width = 400
const height = 300
/** Stripes of one pixel: a blurred part has no trace of them. */
const photo = pngFile(width, height, (x) => (x % 2 === 0 ? 0 : 255))

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const desk = new DeskPage(parvis.page)
const { page } = parvis

beforeAll(async () => {
  const path = join(parvis.folder, 'depots.csv')
  writeFileSync(path, deposits)
  writeFileSync(join(parvis.folder, 'façade.png'), photo)
  await call(page, 'imports.commit', { processId: parvis.processId, path })
  await desk.open()
})

async function first(): Promise<SubmissionDetail> {
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId: parvis.processId,
    search: 'n° 1',
  })
  return call(page, 'submissions.get', { submissionId: rows[0]?.id })
}

/** How many places of the text are underlined as suggestions. */
function underlined(): Promise<number> {
  return page.evaluate(() => CSS.highlights.get('mask-suggestion')?.size ?? 0)
}

describe('suggested masks', () => {
  const suggestions = page.getByRole('region', { name: 'Suggestions de masquage' })

  it('underline the personal data in the text and offer each of them', async () => {
    await suggestions.getByRole('button', { name: 'Masquer « 06 12 34 56 78 »' }).waitFor()
    await suggestions.getByRole('button', { name: 'Masquer « p.durand@exemple.fr »' }).waitFor()
    await expect.poll(underlined).toBe(2)
    expect(await axeFindings(page)).toEqual([])
  })

  it('are masked one by one with a key, the one that is current', async () => {
    await desk.press('b', 'Shift+X')
    await desk.told('Passage masqué')
    await suggestions
      .getByRole('button', { name: 'Masquer « p.durand@exemple.fr »' })
      .waitFor({ state: 'detached' })
    expect((await first()).bodyText).toBe(
      'Les salles sont vétustes. Appelez le 06 12 34 56 78 ou écrivez à […].',
    )
    await expect.poll(underlined).toBe(1)
    await desk.press('Control+z')
    await expect.poll(underlined).toBe(2)
  })

  it('are masked all at once with another key, and come back with one Ctrl+Z', async () => {
    await desk.press('Shift+B')
    await desk.told('2 passages masqués')
    await suggestions.waitFor({ state: 'detached' })
    await page.getByText('Appelez le […] ou écrivez à […].').waitFor()
    await desk.press('Control+z')
    await suggestions.waitFor()
    expect((await first()).bodyText).toContain('06 12 34 56 78')
  })
})

/** The spread of grey in a part of the picture as the dossier shows it, from its own bytes. */
async function spread(zone: { x: number; y: number; width: number; height: number }): Promise<number> {
  const { attachments } = await first()
  const { mediaType, bytes } = await call<RedactablePicture>(page, 'redactions.picture', {
    attachmentId: attachments[0]?.id,
  })
  return page.evaluate(
    async ([type, content, part]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(content)], { type }))
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      drawing?.drawImage(bitmap, 0, 0)
      const data = drawing?.getImageData(part.x, part.y, part.width, part.height).data ?? []
      const greys = Array.from(data).filter((_value, index) => index % 4 === 0)
      return Math.max(...greys) - Math.min(...greys)
    },
    [mediaType, [...bytes], zone] as const,
  )
}

describe('blurring a picture from the keyboard', () => {
  const dialog = page.getByRole('dialog')
  const zone = dialog.getByRole('button', { name: /^Zone 1 :/ })

  it('adds, moves, sizes and removes zones, and tells where they are', async () => {
    await parvis.answerDialogs(join(parvis.folder, 'façade.png'))
    await page.getByRole('button', { name: /Joindre|Ajouter une pièce/ }).press('Enter')
    await page.getByRole('button', { name: 'Flouter « façade.png »…' }).press('Enter')
    await dialog.getByRole('group', { name: 'Image de 400 × 300 pixels' }).press('Enter')
    await zone.waitFor()
    expect(await zone.getAttribute('aria-label')).toBe(
      'Zone 1 : 75 × 75 pixels, à 163 du bord gauche et 113 du haut',
    )
    await desk.press('ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowRight')
    const told = 'Zone 1 : 79 × 79 pixels, à 160 du bord gauche et 109 du haut'
    await dialog.getByRole('status').filter({ hasText: told }).waitFor()
    await desk.press('Enter', 'Delete')
    await dialog.getByRole('button', { name: /^Zone 2/ }).waitFor({ state: 'detached' })
    await dialog.getByRole('status').filter({ hasText: told }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('destroys the pixels of the shown picture, and no others', async () => {
    await dialog.getByRole('button', { name: 'Flouter 1 zone' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('floutée').first().waitFor()
    expect(await spread({ x: 160, y: 109, width: 79, height: 79 })).toBeLessThan(12)
    expect(await spread({ x: 0, y: 0, width: 400, height: 100 })).toBe(255)
  })

  it('opens again with its zones, and shows the original again', async () => {
    await page.getByRole('button', { name: 'Flouter « façade.png »…' }).press('Enter')
    await zone.waitFor()
    await dialog.getByRole('button', { name: 'Rétablir l’original' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => spread({ x: 160, y: 109, width: 79, height: 79 })).toBe(255)
    await desk.press('Control+z')
    await expect.poll(() => spread({ x: 160, y: 109, width: 79, height: 79 })).toBeLessThan(12)
  })

  it('draws and moves a zone with the mouse', async () => {
    await page.getByRole('button', { name: 'Flouter « façade.png »…' }).press('Enter')
    await zone.waitFor()
    const canvas = dialog.locator('canvas')
    const box = await canvas.boundingBox()
    if (box === null) throw new Error('no picture')
    const at = (x: number, y: number) =>
      [box.x + (x * box.width) / width, box.y + (y * box.height) / height] as const
    await page.mouse.move(...at(20, 20))
    await page.mouse.down()
    await page.mouse.move(...at(60, 50))
    await page.mouse.move(...at(120, 80))
    await page.mouse.up()
    await dialog.getByRole('button', { name: /^Zone 2 : (99|100|101) × (59|60|61) pixels/ }).waitFor()
    await page.mouse.move(...at(50, 50))
    await page.mouse.down()
    await page.mouse.move(...at(80, 60))
    await page.mouse.up()
    await dialog
      .getByRole('button', { name: /^Zone 2 : .* à (49|50|51) du bord gauche et (29|30|31) du haut/ })
      .waitFor()
    await desk.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
