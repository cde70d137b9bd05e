import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lockDossier } from '../../electron/data/dialects/sqlite-file/dossier-lock.ts'
import { axeInBothSchemes } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'

const window = await launchWithDossier({ language: 'fr' })
const { page, folder } = window
afterAll(window.stop)

describe('a dossier that is open elsewhere', () => {
  it('is offered for reading, and then nothing can be changed', async () => {
    const path = join(folder, 'essai.parvis')
    await call(page, 'dossiers.close', {})
    await page.reload()
    const unlock = lockDossier(path)
    try {
      await window.answerDialogs(path)
      await page.getByRole('button', { name: 'Ouvrir un dossier…' }).click()
      await page.getByRole('alert').filter({ hasText: 'déjà ouvert' }).waitFor()
      expect(await axeInBothSchemes(page)).toEqual([])
      await page.getByRole('button', { name: 'Ouvrir en lecture seule' }).press('Enter')
      await page.getByRole('button', { name: /Camille Lefebvre/ }).press('Enter')
      await page.getByText('Lecture seule', { exact: true }).waitFor()
      await page.getByRole('link', { name: 'Agents' }).click()
      const add = page.getByRole('button', { name: 'Ajouter un agent' })
      await add.waitFor()
      expect(await add.getAttribute('data-disabled')).toBe('true')
    } finally {
      unlock()
    }
  })
})
