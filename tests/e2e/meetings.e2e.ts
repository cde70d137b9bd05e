import { afterAll, describe, expect, it } from 'vitest'
import { axeInBothSchemes } from './axe.ts'
import { launchWithDossier } from './new-dossier.ts'

const window = await launchWithDossier()
const { page } = window
afterAll(window.stop)

const row = (name: string) => page.getByRole('grid').getByRole('row', { name })

describe('the register of meetings', () => {
  it('is filled and completed by keyboard, saved as one types', async () => {
    await page.getByRole('link', { name: 'Rencontres' }).press('Enter')
    await page.getByText('Aucune rencontre au registre').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Nouvelle rencontre' })
    const title = dialog.getByLabel('Intitulé')
    await title.waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await title.fill('Atelier au centre social')
    await title.press('Enter')
    await row('Atelier au centre social').waitFor()
    await page.getByLabel('Personnes présentes').fill('27')
    await page.getByText('Enregistré', { exact: true }).waitFor()
    await row('27').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
  })

  it('gives its proposals: entered there, counted there, listed from there', async () => {
    await page.getByRole('link', { name: 'Dépôts' }).press('Enter')
    await page
      .getByRole('button', { name: /^Saisir un dépôt/ })
      .first()
      .press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Titre').fill('Une fontaine')
    await dialog.getByLabel('Description').fill('Place de l’Église, près de l’arrêt du bus.')
    await dialog.getByLabel('Recueillie à la rencontre').click()
    await page.getByRole('option', { name: 'Atelier au centre social' }).click()
    await dialog.getByRole('button', { name: /^Enregistrer/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Rencontres' }).press('Enter')
    await page.getByText('1 proposition recueillie ici').waitFor()
    await page.getByRole('button', { name: 'Retirer du registre' }).press('Enter')
    await row('Atelier au centre social').waitFor()
    await page.getByRole('link', { name: 'Voir ces propositions' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Dépôts' }).waitFor()
    await page.getByRole('button', { name: /Rencontre : Atelier au centre social/ }).waitFor()
    await row('Une fontaine').waitFor()
  })

  it('takes a removal back', async () => {
    await page.getByRole('link', { name: 'Rencontres' }).press('Enter')
    await row('Atelier au centre social').waitFor()
    await page.keyboard.press('n')
    const title = page.getByRole('dialog', { name: 'Nouvelle rencontre' }).getByLabel('Intitulé')
    await title.fill('Stand')
    await title.press('Enter')
    await row('Stand').waitFor()
    await page
      .getByRole('article', { name: 'Stand' })
      .getByRole('button', { name: 'Retirer du registre' })
      .press('Enter')
    await row('Stand').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Annuler ma dernière action' }).press('Enter')
    await row('Stand').waitFor()
  })
})
