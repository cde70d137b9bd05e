import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionPlace } from '../../shared/read-models/map.ts'
import type { SubmissionPage } from '../../shared/read-models/submission.ts'
import { axeInBothSchemes } from './axe.ts'
import { call, launchWithDossier } from './new-dossier.ts'
import { MapPageModel } from './pages/map.page-model.ts'

const [west, south, side] = [3.16, 50.68, 0.01]
const at = (x: number, y: number): string => `${south + y * side};${west + x * side}`
const hostile = '<img src=x onerror="document.title=1">Un banc'

/** Two districts side by side. */
const districts = JSON.stringify({
  type: 'FeatureCollection',
  features: ['Pile', 'Fraternité'].map((nom, index) => ({
    type: 'Feature',
    properties: { nom },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west + index * side, south],
          [west + (index + 1) * side, south],
          [west + (index + 1) * side, south + side],
          [west + index * side, south + side],
          [west + index * side, south],
        ],
      ],
    },
  })),
})

/** Invented proposals: in their district, in another one than declared, with an address only, with nothing. */
const deposits = `id;title/fr;body/fr;scope/name/fr;address;latitude;longitude;published_at
1;${hostile.replaceAll('"', '""').replace(/^.*$/, (text) => `"${text}"`)};<p>Six bancs.</p>;;;${at(0.2, 0.3)};2026-01-08 10:12:00
2;Jardin partagé;<p>Un jardin.</p>;;;${at(0.25, 0.7)};2026-01-08 10:12:00
3;Arceaux à vélo;<p>Vingt arceaux.</p>;Pile;;${at(1.6, 0.5)};2026-01-08 10:12:00
4;Boîte à livres;<p>Une boîte.</p>;;12 rue de l’Épeule;;;2026-01-08 10:12:00
5;Fresque;<p>Une fresque.</p>;;;;;2026-01-08 10:12:00
`

const addresses = `id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
1;12;;Rue de l’Épeule;59100;59512;Roubaix;${west + 1.2 * side};${south + 0.2 * side}
2;14;;Rue de l’Épeule;59100;59512;Roubaix;${west + 1.21 * side};${south + 0.2 * side}
`

const parvis = await launchWithDossier()
afterAll(parvis.stop)
const map = new MapPageModel(parvis.page)
const { page } = parvis

const asked: string[] = []
let tiles: Server
let tileTemplate = ''
/** One transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  tiles = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/png' }).end(pixel)
  })
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve))
  tileTemplate = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}/{z}/{x}/{y}.png`
  const { processId, folder } = parvis
  for (const [name, content] of [
    ['quartiers.geojson', districts],
    ['depots.csv', deposits],
  ] as const) {
    writeFileSync(join(folder, name), content)
    await call(page, 'imports.commit', { processId, path: join(folder, name) })
  }
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => void tiles.close())

async function placeOf(number: number): Promise<SubmissionPlace> {
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId: parvis.processId,
    search: `n° ${number}`,
  })
  return call(page, 'map.place', { submissionId: rows[0]?.id })
}
const districtOf = async (number: number): Promise<string | undefined> => {
  const { districts: known } = await call<{ readonly districts: readonly { id: string; name: string }[] }>(
    page,
    'processes.get',
    { processId: parvis.processId },
  )
  const { districtId } = await placeOf(number)
  return known.find(({ id }) => id === districtId)?.name
}

describe('the map', () => {
  it('shows the list beside it, the chosen proposal as text, and opens it on the desk', async () => {
    await map.open()
    await page.getByText('3 sur 5 placés').waitFor()
    await map.choose(hostile)
    expect(await map.card.getByRole('heading').textContent()).toBe(hostile)
    expect(await page.title()).toBe('Carte — Parvis')
    await map.grid.focus()
    await map.press('j')
    await map.card.getByRole('heading', { name: 'Jardin partagé' }).waitFor()
    await map.press('Enter')
    await page.getByRole('article', { name: /Jardin partagé/ }).waitFor()
    await map.open()
    await map.card.getByRole('heading', { name: 'Jardin partagé' }).waitFor()
  })

  it('shows the same list as the queue, there and back', async () => {
    await page.evaluate(() => {
      location.hash = '/submissions?q=jardin'
    })
    await page.getByRole('link', { name: 'Voir sur la carte' }).click()
    await page.getByText('1 sur 1 placés').waitFor()
    await page.getByRole('link', { name: 'Voir en liste' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /^1 dépôt/ })
      .waitFor()
    await page.evaluate(() => {
      location.hash = '/map?all'
    })
    await page.getByText('3 sur 5 placés').waitFor()
  })

  it('flags a district that the point contradicts, and puts it right with one key', async () => {
    expect(await districtOf(1)).toBe('Pile')
    expect(await districtOf(3)).toBe('Pile')
    await page.getByRole('button', { name: 'Lieu', exact: true }).click()
    await page.getByRole('menuitem', { name: /Quartier différent du point/ }).click()
    await map.says(/^1 dépôt/)
    await map.choose('Arceaux à vélo')
    await map.card.getByText('Le point est dans le quartier Fraternité.').waitFor()
    await map.grid.focus()
    await map.press('s')
    await map.told('a suivi son point')
    expect(await districtOf(3)).toBe('Fraternité')
    await map.press('Control+z')
    await map.told('Action annulée')
    expect(await districtOf(3)).toBe('Pile')
    await page.getByRole('button', { name: /Retirer le filtre.*Lieu/ }).click()
  })

  it('selects with the lasso and classifies what it holds in one act', async () => {
    await map.press('0', 'l')
    const box = await map.map.boundingBox()
    if (box === null) throw new Error('The map is not there')
    // The western half of what is shown: the first two, and not the third.
    const corners = [
      [0.02, 0.16],
      [0.5, 0.16],
      [0.5, 0.98],
      [0.02, 0.98],
      [0.02, 0.17],
    ].map(([x = 0, y = 0]) => [box.x + x * box.width, box.y + y * box.height] as const)
    const [first = [0, 0] as const] = corners
    await page.mouse.move(...first)
    await page.mouse.down()
    for (const corner of corners) await page.mouse.move(...corner, { steps: 5 })
    await page.mouse.up()
    await map.says(/2 sélectionnés/)
    await page.getByRole('button', { name: 'Quartier…' }).click()
    await page.getByRole('menuitem', { name: 'Fraternité' }).click()
    await map.told('2 dépôts classés')
    expect(await Promise.all([1, 2, 3].map(districtOf))).toEqual(['Fraternité', 'Fraternité', 'Pile'])
    await map.press('Control+z')
    await map.told('Action annulée')
    expect(await Promise.all([1, 2, 3].map(districtOf))).toEqual(['Pile', 'Pile', 'Pile'])
  })

  it('selects by keyboard what the lasso selects, opens it as a list and exports it', async () => {
    await page.getByRole('button', { name: 'Sélectionner' }).focus()
    await map.press('Enter')
    await page.getByRole('menuitem', { name: /Quartier Pile/ }).focus()
    await map.press('Enter')
    await map.says(/3 sélectionnés/)
    const path = join(parvis.folder, 'selection.geojson')
    await parvis.answerDialogs(path)
    await page.getByRole('button', { name: 'Plus…' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Exporter…' }).press('Enter')
    await page.getByText(path).first().waitFor()
    expect(JSON.parse(readFileSync(path, 'utf8')).features).toHaveLength(3)
    await page.getByRole('menuitem', { name: 'Exporter…' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Plus…' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Ouvrir la sélection' }).press('Enter')
    await page.getByText('Carte : 3 dépôts').waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^3 dépôts/ })
      .waitFor()
    await map.open()
    await map.press('Escape')
  })

  it('loads an address base and places by address only what is ticked', async () => {
    const path = join(parvis.folder, 'ban.csv')
    writeFileSync(path, addresses)
    const base = await map.tool(/Base d’adresses/)
    await parvis.answerDialogs(path)
    await base.getByRole('button', { name: 'Choisir un fichier d’adresses…' }).click()
    await base.getByRole('button', { name: 'Charger ces adresses' }).click()
    await map.told('2 adresses chargées')
    const review = await map.tool(/Placer les adresses/)
    await review.getByText('Numéro exact, 100 %').waitFor()
    await review.getByRole('button', { name: 'Placer 1 dépôt' }).click()
    await map.told('1 dépôt placé')
    expect(await placeOf(4)).toMatchObject({ longitude: west + 1.2 * side, districtOrigin: 'point' })
    expect(await districtOf(4)).toBe('Fraternité')
  })

  it('places one by its address, from the keyboard alone', async () => {
    await map.choose('Fresque')
    await map.grid.focus()
    await map.press('p')
    await map.card.getByRole('textbox').fill('14 rue epeule')
    await page.getByRole('option', { name: /14 Rue de l’Épeule/ }).waitFor()
    await map.press('ArrowDown', 'Enter')
    await map.told('placé')
    expect(await placeOf(5)).toMatchObject({ longitude: west + 1.21 * side })
  })

  it('has no fault, light and dark, with a proposal and a selection', async () => {
    await map.press('Control+a')
    await map.says(/5 sélectionnés/)
    expect(await axeInBothSchemes(page)).toEqual([])
    await map.press('Escape')
    for (const tool of [
      /Attribuer les quartiers/,
      /Placer les adresses/,
      /Base d’adresses/,
      /Fond de carte/,
    ]) {
      const dialog = await map.tool(tool)
      expect(await axeInBothSchemes(page)).toEqual([])
      await map.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  })
})

describe('the images behind the map', () => {
  const foreign: string[] = []
  const outside = (url: string): boolean => /^https?:/.test(url) && !new URL(url).host.endsWith('.localhost')

  it('are asked of nobody while no administrator wants them', async () => {
    page.on('request', (request) => outside(request.url()) && foreign.push(request.url()))
    await page.reload()
    await map.open()
    await map.press('+', '+', '-', '0')
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined))
    await page.evaluate(
      (template) =>
        new Promise<void>((resolve) => {
          const image = new Image()
          image.onerror = () => resolve()
          image.onload = () => resolve()
          image.src = template.replace('{z}', '1').replace('{x}', '1').replace('{y}', '1')
        }),
      tileTemplate,
    )
    expect(asked).toEqual([])
    expect(foreign.filter((url) => url.includes('geopf'))).toEqual([])
  })

  it('come from the one place that the administrator named, and stop at once', async () => {
    const dialog = await map.tool(/Fond de carte/)
    await dialog.getByText('Aucune image n’est demandée').waitFor()
    await dialog.getByRole('switch').press('Space')
    await dialog.getByText(/demandées à data\.geopf\.fr/).waitFor()
    await dialog.getByLabel('Adresse des images').fill(tileTemplate)
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.waitFor({ state: 'detached' })
    // The window is loaded anew under a policy that names this one place.
    await page.locator('img.leaflet-tile-loaded').first().waitFor()
    await map.map.getByText('© IGN – Géoplateforme').waitFor()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true)
    const background = await call<object>(page, 'map.background', {})
    await call(page, 'map.saveBackground', { ...background, enabled: false })
    await page.locator('img.leaflet-tile').first().waitFor({ state: 'detached' })
    asked.length = 0
    await map.press('+', '+', '0')
    await page.evaluate(
      (template) =>
        new Promise<void>((resolve) => {
          const image = new Image()
          image.onerror = () => resolve()
          image.onload = () => resolve()
          image.src = template.replace('{z}', '2').replace('{x}', '2').replace('{y}', '2')
        }),
      tileTemplate,
    )
    expect(asked).toEqual([])
  })
})

describe('a hundred thousand proposals', () => {
  it('are drawn as clusters that hold them all', async () => {
    const lines = ['id;title/fr;body/fr;latitude;longitude']
    for (let index = 0; index < 100_000; index += 1) {
      // A low-discrepancy spread: no chance in it, no two at one place.
      const [x, y] = [(index * 0.754877666) % 1, (index * 0.569840291) % 1]
      lines.push(`m${index};Proposition ${index};Un texte.;${south + y * side};${west + x * 2 * side}`)
    }
    const path = join(parvis.folder, 'cent-mille.csv')
    writeFileSync(path, lines.join('\n'))
    await call(page, 'imports.commit', { processId: parvis.processId, path })
    await page.evaluate(() => {
      location.hash = '/map?all'
    })
    await page.getByText(/100[\u00a0\u202f]005 sur 100[\u00a0\u202f]005 placés/).waitFor({ timeout: 60_000 })
    await map.press('0')
    await page.waitForFunction(
      () => document.querySelectorAll('.leaflet-marker-icon [class*="cluster"]').length > 3,
    )
    const shown = await map.map
      .locator('[class*="cluster"] span')
      .evaluateAll((counts) => counts.map((count) => Number(count.textContent?.replace(/\D/g, ''))))
    const points = await map.map.locator('[class*="pin"]').count()
    expect(shown.reduce((sum, count) => sum + count, 0) + points).toBe(100_005)
  }, 180_000)
})
