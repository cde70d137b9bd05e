import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../electron/exports/documents/read-pdf.ts'
import { axeInBothSchemes } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { lettersPage } from './pages/letters.page-model.ts'

const window = await launchWithDossier()
const { page, folder, processId } = window
const letters = lettersPage(window)
const out = join(folder, 'courriers')
afterAll(window.stop)

const ids: string[] = []
beforeAll(async () => {
  mkdirSync(out)
  const deposits = [
    {
      authorName: 'Éloïse Dupont',
      authorAddress: '12 bis rue de l’Église\n59100 Roubaix',
      title: 'Un verger',
    },
    { authorName: 'Ana Léger', authorEmail: 'ana@exemple.fr', title: 'Des arceaux à vélos' },
    { authorName: 'Jo Petit', title: 'Un miroir au carrefour' },
  ]
  for (const deposit of deposits) {
    const { id } = await call<{ readonly id: string }>(page, 'submissions.create', {
      processId,
      body: 'Pour le quartier.',
      channel: 'paper',
      ...deposit,
    })
    ids.push(id)
  }
  await call(page, 'submissions.decide', {
    submissionId: ids[0],
    verdict: 'inadmissible',
    reasons: ['no-land'],
    rationale: 'Le terrain est une copropriété.',
  })
})

describe('the page of letters', () => {
  it('lists what is to be written to whom, and shows the page as it will be printed', async () => {
    await letters.open()
    await letters.rows.nth(2).waitFor()
    expect(await letters.rows.allInnerTexts()).toEqual([
      expect.stringMatching(/0001[\s\S]*Éloïse Dupont[\s\S]*Non recevable[\s\S]*Courrier postal/),
      expect.stringMatching(/0002[\s\S]*Ana Léger[\s\S]*Accusé de réception[\s\S]*Courriel/),
      expect.stringMatching(/0003[\s\S]*Jo Petit[\s\S]*Accusé de réception[\s\S]*Sans adresse/),
    ])
    await letters.printed('12 bis rue de l’Église').waitFor()
    await letters.printed('Le terrain est une copropriété.').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
  })

  it('leads from a missing address to its field, by keyboard', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await letters.sheet.getByText('Aucun moyen d’écrire à ce porteur n’est connu.').waitFor()
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: /^Coordonnées de/ })
    await dialog.getByLabel('Adresse postale').fill('4 rue Basse\n59100 Roubaix')
    expect(await axeInBothSchemes(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.waitFor({ state: 'detached' })
    await letters.rows.filter({ hasText: 'Jo Petit' }).filter({ hasText: 'Courrier postal' }).waitFor()
    await letters.printed('4 rue Basse').waitFor()
  })

  it('flags a field that does not exist with its place, and previews the text on a proposal', async () => {
    await letters.texts()
    const area = letters.main.getByLabel('Texte', { exact: false }).and(letters.main.locator('textarea'))
    await area.fill('Madame, Monsieur,\n\nVotre dépôt {référence} de {prénom} est arrivé.')
    await letters.main
      .getByRole('alert')
      .getByText('« prénom » n’est pas un champ (ligne 3, caractère 28).')
      .waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await letters.main.getByRole('button', { name: 'Aller à ce mot' }).click()
    await page.keyboard.type('{porteur}')
    await letters.main
      .getByRole('region', { name: /^Aperçu sur/ })
      .getByText(/^Votre dépôt \S+-0002 de Ana Léger est arrivé\.$/)
      .waitFor()
    await letters.main.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click()
    await letters.main.getByText(/^Version 1, Camille Lefebvre/).waitFor()
    await letters.main.getByRole('link', { name: 'Retour aux courriers' }).click()
    await letters.printed(/de Jo Petit est arrivé/).waitFor()
  })

  it('writes one file for each person and one to print, and nothing is owed any more', async () => {
    await window.answerDialogs(out)
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Écrire les courriers' })
    await dialog.getByText('Parvis n’envoie rien').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Choisir le dossier et écrire…' }).click()
    await dialog.getByText(/^2 courriers écrits dans /).waitFor()
    await dialog.locator('footer, div').getByRole('button', { name: 'Fermer' }).last().click()
    const [batch = ''] = readdirSync(out)
    const files = readdirSync(join(out, batch)).sort()
    expect(files).toEqual([
      'A-imprimer.pdf',
      expect.stringMatching(/-0001_Éloïse-Dupont\.pdf$/),
      expect.stringMatching(/-0003_Jo-Petit\.pdf$/),
    ])
    const one = await readPdf(readFileSync(join(out, batch, files[1] ?? '')))
    expect(one).toMatchObject({ isTagged: true, language: 'fr' })
    expect(one.pages.join(' ')).toContain('Le terrain est une copropriété.')
    const all = await readPdf(readFileSync(join(out, batch, 'A-imprimer.pdf')))
    // The second letter begins on the front of a sheet.
    expect(all.pages).toHaveLength(3)
    await letters.rows.filter({ hasText: 'Ana Léger' }).waitFor()
    expect(await letters.rows.count()).toBe(1)
  })

  it('drafts the e-mail', async () => {
    await window.answerDialogs(out)
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Écrire les courriers' })
    await dialog.getByRole('radio', { name: /Brouillons de courriels/, checked: true }).waitFor()
    await dialog.getByRole('button', { name: 'Choisir le dossier et écrire…' }).click()
    await dialog.getByText(/^1 courrier écrit dans /).waitFor()
    await page.keyboard.press('Escape')
    const [folderName = ''] = readdirSync(out).filter((name) => name.startsWith('Courriels'))
    const [file = ''] = readdirSync(join(out, folderName))
    expect(readFileSync(join(out, folderName, file), 'utf8')).toMatch(/^X-Unsent: 1\r$/m)
    await letters.main.getByRole('grid').getByText('Aucun courrier à écrire').waitFor()
  })

  it('says in one act that letters went, takes it back, and keeps what was said with the proposal', async () => {
    await letters.show('À envoyer')
    await letters.rows.nth(2).waitFor()
    await letters.main.getByRole('button', { name: 'Tout choisir' }).click()
    await letters.main.getByText('3 choisis').waitFor()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: 'Date d’envoi' })
    await dialog.getByRole('button', { name: 'Marquer envoyés' }).click()
    await page.getByText(/^3 courriers marqués envoyés le/).waitFor()
    await letters.main.getByRole('grid').getByText('Aucun courrier à envoyer').waitFor()
    await page
      .getByRole('alert')
      .filter({ hasText: 'marqués envoyés' })
      .getByRole('button', { name: 'Annuler' })
      .click()
    await letters.rows.nth(2).waitFor()

    await page.evaluate((id) => {
      location.hash = `/submissions/${id}`
    }, ids[0])
    await page.getByRole('button', { name: /^Réponses/ }).click()
    const answers = page.getByRole('region', { name: 'Réponses' })
    await answers.getByText('Non recevable · Courrier postal').click()
    await answers.getByText('Le terrain est une copropriété.').waitFor()
    expect(await axeInBothSchemes(page)).toEqual([])
  })
})
