import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from './axe.ts'
import { launchParvis } from './launch-parvis.ts'

const { page, stop, userData } = await launchParvis({ language: 'fr' })
afterAll(stop)

describe('the demonstration, from the first window', () => {
  it('is offered on a page that everybody can use', async () => {
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('is there after one click, with its figures and its mark', async () => {
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).click()
    await page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor()
    await page.getByText('98 103,41 €').first().waitFor()
    expect(readdirSync(join(userData, 'Documents'))).toContain('Démonstration Roubaix.parvis')
    expect(await axeFindings(page)).toEqual([])
  })
})
