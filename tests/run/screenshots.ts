import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { buildIfNeeded } from '../../electron/chromium-host/launch/build.ts'
import type { SubmissionDetail, SubmissionPage } from '../../shared/read-models/submission.ts'
import { type LaunchedParvis, launchParvis } from '../e2e/launch-parvis.ts'
import { call } from '../e2e/new-dossier.ts'
import { askForTwo, decideAsOthers } from './team-scene.ts'

/**
 * Remakes the pictures of the README and of the user guide from the demonstrations: French, light, 1280 × 800.
 * None shows where a file lies on this machine; that is why the page of the dossier is not among them.
 */
const imagesFolder = join(import.meta.dirname, '../../resources/guide/images')

/** A picture of the demonstration, as a citizen's photograph. */
const photograph = join(import.meta.dirname, '../../resources/demonstration/pictures/bench.webp')

/** Deposits on paper that the town hall typed into a spreadsheet; the date of the last one cannot be read. */
const paperDeposits = `Titre;Description;Nom du porteur;Quartier;Date de dépôt;Coût annoncé
Un banc devant l’école Pierre-de-Roubaix;Les grands-parents attendent debout à la sortie des classes.;Yvette Lemaire;Pile;12/05/2026;900,00
Des arceaux à vélos devant la médiathèque;Il n’y en a que quatre, toujours pris le samedi.;Driss Amrani;Fraternité;14/05/2026;1 450,00
Un composteur pour la rue Ingres;Six familles se sont engagées à s’en occuper.;Nadège Wattrelos;Sainte-Élisabeth;15/05/2026;600,00
Une boîte à livres au parc;Avec un banc à côté, pour lire tout de suite.;Bruno Delattre;Pile;20/05/2026;350,00
Un miroir au carrefour de la rue Jules-Guesde;On ne voit pas venir les voitures.;Simone Carlier;Trois-Ponts;21/05/2026;480,00
Une horloge place de la Gare;Celle d’avant n’a jamais été remplacée.;Paul Dhaene;Pile;le 32 mai;1 200,00
`

/** One picture: the page that it shows, and what leads there from the page's first state. */
interface Picture {
  readonly name: string
  /** Hash path of the page; without it, the window stays where it is. */
  readonly path?: string
  lead?(page: Page, window: LaunchedParvis): Promise<void>
}

interface Edition {
  readonly until: 'submission' | 'results'
  readonly pictures: readonly Picture[]
}

const line = (page: Page, words: string): Locator =>
  page.getByRole('main').getByRole('row').filter({ hasText: words }).first()

/** Goes down the list by keyboard, as far as the line that holds these words. */
async function chooseLine(page: Page, words: string): Promise<void> {
  const wanted = page.getByRole('main').locator('[role="row"][data-current]').filter({ hasText: words })
  await line(page, '').waitFor()
  for (let steps = 0; steps < 500 && (await wanted.count()) === 0; steps += 1) await page.keyboard.press('j')
  await wanted.waitFor()
}

/** An invented deposit with personal data of others and a photograph. Answers its id. */
async function enterNeighbours(page: Page): Promise<string> {
  const [process] = await call<readonly { readonly id: string }[]>(page, 'processes.list', {})
  const { id } = await call<{ readonly id: string }>(page, 'submissions.create', {
    processId: process?.id,
    title: 'Des bancs devant la résidence des Tilleuls',
    body: 'Les voisins attendent le bus debout. Deux bancs à l’ombre suffiraient, de part et d’autre de l’arrêt.\n\nMme Delaunay, du rez-de-chaussée, est d’accord pour en parler : 06 12 34 56 78, ou m.delaunay@exemple.fr.',
    authorName: 'Odile Vasseur',
    channel: 'paper',
  })
  await call(page, 'submissions.addAttachment', { submissionId: id, path: photograph })
  return id
}

/** An invented deposit in which several things deserve a look. Answers its id. */
async function enterSuspect(page: Page): Promise<string> {
  const [process] = await call<readonly { readonly id: string }[]>(page, 'processes.list', {})
  const { id } = await call<{ readonly id: string }>(page, 'submissions.create', {
    processId: process?.id,
    title: 'Des arceaux à vélos place de la Fosse-aux-Chênes',
    body: 'Quels abrutis ont retiré les anciens ? Notre entreprise vous propose les siens : contactez-nous au 06 12 34 56 78, ou sur www.arceaux.example.\n\nNous les avons posés l’an dernier à 59200 Tourcoing.',
    authorName: 'Odile Vasseur',
    channel: 'paper',
    address: 'place de la Fosse-aux-Chênes',
  })
  return id
}

/** Presses keys, each as often as told. */
async function pressed(page: Page, keys: Readonly<Record<string, number>>): Promise<void> {
  for (const [key, times] of Object.entries(keys))
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
}

/** Types a proposal in that somebody has written before, on paper, and has the texts compared. */
async function enterCopies(page: Page): Promise<void> {
  const [process] = await call<readonly { readonly id: string }[]>(page, 'processes.list', {})
  const processId = process?.id
  const { rows } = await call<SubmissionPage>(page, 'submissions.list', {
    processId,
    search: 'bancs ombre Carnot',
  })
  const original = await call<SubmissionDetail>(page, 'submissions.get', { submissionId: rows[0]?.id })
  const { latitude, longitude, themeId, districtId } = original
  await call(page, 'submissions.create', {
    processId,
    title: 'Des bancs à l’ombre, place Carnot',
    body: original.bodyText.replace('cinq bancs', 'six bancs').replace('trois arbres', 'quatre arbres'),
    authorName: 'Yvette Lemaire',
    channel: 'paper',
    themeId,
    districtId,
    latitude,
    longitude,
  })
  await call(page, 'families.search', {})
}

const editions: readonly Edition[] = [
  {
    until: 'submission',
    pictures: [
      {
        name: 'accueil',
        path: '/',
        async lead(page) {
          await page.getByRole('main').locator('.recharts-surface').first().waitFor()
        },
      },
      {
        name: 'depots',
        path: '/submissions',
        async lead(page) {
          await chooseLine(page, 'Une passerelle cyclable vers le parc du Lion')
          await page.getByRole('region', { name: 'À vérifier' }).waitFor()
        },
      },
      {
        name: 'depots-decision',
        async lead(page) {
          await page.keyboard.press('i')
          await page.keyboard.press('Shift+B')
          await page.getByLabel('Réponse au porteur').waitFor()
        },
      },
      {
        name: 'signalements',
        path: '/submissions',
        async lead(page) {
          await page.evaluate(
            (id) => {
              location.hash = `/submissions/${id}`
            },
            await enterSuspect(page),
          )
          await page
            .getByRole('region', { name: 'À vérifier', exact: true })
            .getByText('Propos insultants')
            .waitFor()
          await pressed(page, { w: 1 })
        },
      },
      {
        name: 'masquer',
        path: '/submissions',
        async lead(page) {
          await page.evaluate(
            (id) => {
              location.hash = `/submissions/${id}`
            },
            await enterNeighbours(page),
          )
          await page.getByRole('region', { name: 'Suggestions de masquage' }).waitFor()
        },
      },
      {
        name: 'flouter',
        async lead(page) {
          await page.getByRole('button', { name: /^Flouter « / }).click()
          const picture = page.getByRole('group', { name: /^Image de/ })
          await picture.press('Enter')
          await pressed(page, { 'Shift+ArrowLeft': 9, 'Shift+ArrowUp': 9, ArrowDown: 14, ArrowRight: 5 })
          await page.keyboard.press('Enter')
          await pressed(page, { 'Shift+ArrowLeft': 9, 'Shift+ArrowUp': 9, ArrowDown: 14, ArrowLeft: 9 })
          await page.getByRole('status').filter({ hasText: 'Zone 2' }).waitFor()
        },
      },
      {
        name: 'papier',
        path: '/paper',
        async lead(page) {
          await page.getByRole('list', { name: 'Lots de formulaires' }).getByRole('link').first().click()
          await page.getByRole('tab', { name: 'Saisie', exact: true }).click()
          const form = page.getByRole('form', { name: 'Formulaire à saisir' })
          await form.getByLabel('Titre').fill('Un banc devant l’école')
          await form.getByLabel('Texte').fill('Les grands-parents attendent debout à la sortie des classes.')
          await form.getByLabel('Quartier').pressSequentially('s-e')
        },
      },
      {
        name: 'papier-lot',
        async lead(page) {
          await page.getByRole('tab', { name: 'Lot', exact: true }).click()
          await page.getByRole('heading', { name: 'Numéros manquants' }).waitFor()
        },
      },
      {
        name: 'papier-formulaire',
        async lead(page) {
          await page.getByRole('tab', { name: 'Formulaire vierge' }).click()
          await page
            .getByRole('status')
            .getByText(/^Page 1 sur/)
            .waitFor({ timeout: 120_000 })
          // The words come once the page is drawn whole.
          await page.getByText('Marquez l’endroit d’une croix.').waitFor({ timeout: 60_000 })
        },
      },
      {
        name: 'carte',
        path: '/map?all',
        async lead(page) {
          await page.getByText(/\d+ sur \d+ placés/).waitFor()
          await chooseLine(page, 'Un kiosque à musique')
          await page.getByRole('region', { name: 'Dépôt choisi' }).getByRole('heading').waitFor()
        },
      },
      {
        name: 'carte-lasso',
        async lead(page) {
          await page.keyboard.press('0')
          await page.keyboard.press('l')
          const box = await page.getByRole('application').boundingBox()
          if (box === null) throw new Error('The map is not there')
          const loop = Array.from({ length: 25 }, (_, step) => {
            const turn = (step / 24) * 2 * Math.PI
            return [
              box.x + box.width * (0.42 + 0.2 * Math.cos(turn)),
              box.y + box.height * (0.45 + 0.2 * Math.sin(turn)),
            ]
          })
          const [[x = 0, y = 0] = []] = loop
          await page.mouse.move(x, y)
          await page.mouse.down()
          for (const [nextX = 0, nextY = 0] of loop) await page.mouse.move(nextX, nextY)
          await page.mouse.up()
          await page.getByRole('status').filter({ hasText: 'sélectionnés' }).waitFor()
        },
      },
      {
        name: 'equipe',
        path: '/processes/team',
        async lead(page) {
          await askForTwo(page)
          await page.reload()
          await page.getByRole('radio', { name: 'Pour déclarer irrecevable', checked: true }).waitFor()
        },
      },
      {
        name: 'repartir',
        path: '/',
        async lead(page) {
          await page.getByRole('button', { name: 'Répartir…' }).click()
          await page.getByRole('button', { name: /^Répartir \d/ }).waitFor()
        },
      },
      {
        name: 'second-avis',
        async lead(page) {
          await page.keyboard.press('Escape')
          await decideAsOthers(page)
          await goTo(page, '/submissions?review=for-me')
          await page.getByRole('button', { name: 'Bon pour accord' }).waitFor()
        },
      },
      {
        name: 'avancement',
        async lead(page) {
          await page.keyboard.press('l')
          await page.getByRole('dialog').locator('.recharts-bar-rectangle').first().waitFor()
        },
      },
      {
        name: 'importer',
        path: '/imports',
        async lead(page, window) {
          const path = join(window.userData, 'depots-papier.csv')
          writeFileSync(path, paperDeposits)
          await window.answerDialogs(path)
          await page.keyboard.press('o')
          await page.getByRole('region', { name: 'Ce que ferait l’import' }).waitFor()
        },
      },
      {
        name: 'doublons',
        path: '/duplicates',
        async lead(page) {
          await enterCopies(page)
          await page.getByRole('heading', { level: 2, name: 'Texte presque identique' }).waitFor()
        },
      },
      {
        name: 'famille',
        async lead(page) {
          await page.keyboard.press('g')
          await page.getByText('1 proposition regroupée').waitFor()
          // The views of before stay; the words find it whatever they are.
          await goTo(page, '/submissions?q=bancs%20ombre%20Carnot')
          await chooseLine(page, 'Des bancs à l’ombre place Carnot')
          await page.getByText('Tête de famille').waitFor()
        },
      },
    ],
  },
  {
    until: 'results',
    pictures: [
      {
        name: 'accueil-resultats',
        path: '/',
        async lead(page) {
          await page.getByRole('main').locator('.recharts-surface').first().waitFor()
        },
      },
      {
        name: 'rencontres',
        path: '/meetings',
        async lead(page) {
          await line(page, 'Atelier').click()
        },
      },
      {
        name: 'etudes',
        path: '/studies?state=all',
        async lead(page) {
          await line(page, 'Des bancs à l’ombre').click()
          await page.getByRole('tab', { name: 'Chiffrage' }).click()
          await page.getByRole('columnheader', { name: 'PU HT' }).waitFor()
        },
      },
      {
        name: 'finances',
        path: '/finance',
        async lead(page) {
          await line(page, 'Des bancs à l’ombre').click()
        },
      },
      {
        name: 'projets',
        path: '/projects',
        async lead(page) {
          await line(page, 'Des bancs à l’ombre').click()
        },
      },
      {
        name: 'courriers',
        path: '/letters',
        async lead(page) {
          await chooseLine(page, 'Non recevable')
          await page.getByRole('article', { name: /^Non recevable/ }).waitFor()
          await page.keyboard.press('c')
          const dialog = page.getByRole('dialog')
          await dialog.getByLabel('Adresse postale').fill('12 rue des Tilleuls\n59100 Roubaix')
          await dialog.getByRole('button', { name: 'Enregistrer' }).click()
          await dialog.waitFor({ state: 'detached' })
          await page
            .getByRole('main')
            .getByRole('region', { name: /^Page 1 sur/ })
            .getByText('12 rue des Tilleuls')
            .waitFor()
          await page.getByRole('alert').getByRole('button', { name: 'Fermer' }).click()
        },
      },
      {
        name: 'courriers-textes',
        path: '/letters/texts',
        async lead(page) {
          await page.getByRole('button', { name: 'Non recevable', exact: true }).click()
          await page.getByRole('region', { name: /^Aperçu sur/ }).waitFor()
        },
      },
      {
        name: 'rapports',
        path: '/reports/catalogue',
        async lead(page) {
          await page
            .getByRole('status')
            .getByText(/^Page 1 sur/)
            .waitFor({ timeout: 120_000 })
        },
      },
      {
        name: 'journal',
        path: '/journal',
        async lead(page) {
          await page.getByLabel('Rechercher dans les objets et les motifs').fill('verger')
          await line(page, 'Décision de modération').click()
        },
      },
      {
        name: 'parametres-quartiers',
        path: '/processes',
        async lead(page) {
          await page.getByRole('tab', { name: 'Quartiers' }).click()
        },
      },
      { name: 'agents', path: '/people' },
    ],
  },
]

buildIfNeeded()
mkdirSync(imagesFolder, { recursive: true })
for (const edition of editions) await takeAll(edition)

async function takeAll({ until, pictures }: Edition): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-screenshots-'))
  const window = await launchParvis({ language: 'fr', width: 1280, height: 800 })
  const { page } = window
  try {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Ouvrir la démonstration' }).waitFor()
    if (until === 'submission') await take(page, 'bienvenue')
    const path = join(folder, 'Démonstration Roubaix.parvis')
    await call(page, 'dossiers.createDemonstration', { story: 'roubaix', until, path })
    await page.reload()
    await page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor()
    for (const picture of pictures) {
      if (picture.path !== undefined) await goTo(page, picture.path)
      await picture.lead?.(page, window)
      await take(page, picture.name)
    }
  } finally {
    await window.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
}

/** Takes the picture once nothing is loading any more, the pointer out of the way. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(
    () =>
      document.querySelector('.mantine-Loader-root, [aria-busy="true"]') === null &&
      [...document.images].every(({ complete }) => complete),
  )
  const path = join(imagesFolder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  reduceColors(path)
  console.log(`${name}.png ${Math.ceil(statSync(path).size / 1024)} KB`)
}

/** Leaves 256 colours where ImageMagick is installed: a third of the size. Elsewhere the picture stays as it is. */
function reduceColors(path: string): void {
  const options = ['+dither', '-colors', '256', '-strip', '-define', 'png:exclude-chunk=date,time']
  // On Windows, `convert` is a tool of the file system.
  const programs = process.platform === 'win32' ? ['magick'] : ['magick', 'convert']
  programs.some((program) => spawnSync(program, [path, ...options, `PNG8:${path}`]).status === 0)
}
