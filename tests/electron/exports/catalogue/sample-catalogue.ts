import { cents } from '../../../../shared/domain/money/cents.ts'
import type { CatalogueProject, ProjectCatalogue } from '../../../../shared/read-models/project-catalogue.ts'

const districtNames = ['Le Pile', 'Sartel-Carihem', 'Hommelet', 'Moulin-Potennerie', 'Trois-Ponts'] as const

const themes = [
  { name: 'Nature en ville', color: '#2f7d4f' },
  { name: 'Mobilités', color: '#b8481f' },
  { name: 'Jeunesse et sports', color: '#e0a100' },
  { name: 'Patrimoine et culture', color: '#6b3f8f' },
] as const

const titles = [
  'Un jardin partagé rue Jules-Guesde',
  'Des bancs à l’ombre place de la Fosse-aux-Chênes',
  'Une boîte à livres devant chaque école',
  'Un abri vélos sécurisé à la gare',
  'Une aire de jeux accessible à tous',
  'Fontaines à boire pour les jours de chaleur',
  'La fresque des métiers du textile',
] as const

const paragraph =
  'Le terrain, aujourd’hui en friche, accueillerait douze parcelles cultivées par les riverains, un verger ouvert et une allée praticable en fauteuil. Une cuve recueillerait l’eau de pluie de l’école voisine.'

/** Five invented districts around Roubaix, as irregular shapes that share no exact border. */
const districts: ProjectCatalogue['districts'] = districtNames.map((name, index) => {
  const centre = [3.165 + (index % 3) * 0.02, 50.685 + Math.floor(index / 3) * 0.015] as const
  const ring = Array.from({ length: 41 }, (_, step): readonly [number, number] => {
    const angle = (step % 40) * (Math.PI / 20)
    const reach = 1 + 0.14 * Math.sin(angle * 3 + index)
    return [centre[0] + Math.cos(angle) * 0.0105 * reach, centre[1] + Math.sin(angle) * 0.0078 * reach]
  })
  return { id: `d${index}`, name, polygon: [[ring]] }
})

interface SampleOptions {
  readonly projects: number
  readonly picture?: (index: number) => string | null
  readonly change?: (project: CatalogueProject, index: number) => CatalogueProject
}

/** An invented catalogue of any size, marked as a demonstration, districts one after the other. */
export function sampleCatalogue({ projects, picture, change }: SampleOptions): ProjectCatalogue {
  const perDistrict = Math.ceil(projects / districtNames.length)
  return {
    title: 'Budget participatif de Roubaix',
    edition: 'Édition 2019',
    communeName: 'Ville de Roubaix',
    accentColor: '#1f4e79',
    contact: 'Service démocratie participative\n17 Grand-Place, 59100 Roubaix\nparticipation@roubaix.invalid',
    logoDataUrl: null,
    forewordHtml: `<p>Pour la première fois, les habitants décident de l’emploi d’une part du budget d’investissement.</p><p>${paragraph}</p>`,
    votingInstructionsHtml:
      '<p>Le vote est ouvert à toute personne de 16 ans ou plus qui habite la commune.</p><ul><li>En ligne, sur le site de la Ville</li><li>Sur papier, dans les mairies de quartier</li></ul>',
    voteOpensAt: '2019-05-31T22:00:00.000Z',
    voteClosesAt: '2019-06-21T16:00:00.000Z',
    timeZone: 'Europe/Paris',
    envelope: cents(10_000_000),
    demonstration: true,
    districts,
    projects: Array.from({ length: projects }, (_, index) => {
      const district = districts[Math.floor(index / perDistrict)]
      const theme = themes[index % themes.length]
      const centre = district?.polygon?.[0]?.[0]?.[0] ?? [3.17, 50.69]
      const project: CatalogueProject = {
        id: `p${index}`,
        ballotNumber: index + 1,
        title: titles[index % titles.length] ?? '',
        summary: 'Douze parcelles, un verger et une allée accessible, sur une friche communale.',
        descriptionHtml: Array.from({ length: 2 + (index % 3) }, () => `<p>${paragraph}</p>`).join(''),
        districtId: district?.id ?? null,
        districtName: district?.name ?? null,
        themeName: theme?.name ?? null,
        themeColor: theme?.color ?? null,
        address: `${index + 3} rue Jules-Guesde`,
        latitude: centre[1] + Math.sin(index * 2.3) * 0.004,
        longitude: centre[0] - 0.0105 + Math.cos(index * 1.7) * 0.006,
        publishedCost: cents(1_250_000 + index * 50_000),
        exactCost: cents(1_248_312 + index * 50_000),
        annualRunningCost: index % 2 === 0 ? cents(45_000) : null,
        managingDepartment: 'Espaces verts',
        proposerNames: index % 3 === 0 ? 'Amina B., collectif du Pile' : 'Jean D.',
        pictureDataUrl: picture?.(index) ?? null,
        pictureAlternativeText: 'La friche vue de la rue, clôturée d’un grillage.',
        pictureCredit: 'Ville de Roubaix',
      }
      return change?.(project, index) ?? project
    }),
  }
}
