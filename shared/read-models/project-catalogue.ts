import type { Cents } from '../domain/money/cents.ts'
import type { MultiPolygonCoordinates } from './process.ts'

/** Everything that the catalogue prints, in its order. Texts are safe rich text where they are called `...Html`. */
export interface ProjectCatalogue {
  readonly title: string
  readonly edition: string
  readonly communeName: string
  readonly accentColor: string
  readonly contact: string
  readonly logoDataUrl: string | null
  readonly forewordHtml: string
  readonly votingInstructionsHtml: string
  readonly voteOpensAt: string | null
  readonly voteClosesAt: string | null
  readonly timeZone: string
  readonly envelope: Cents | null
  readonly demonstration: boolean
  readonly districts: readonly {
    readonly id: string
    readonly name: string
    readonly polygon: MultiPolygonCoordinates | null
  }[]
  readonly projects: readonly CatalogueProject[]
}

export interface CatalogueProject {
  readonly id: string
  readonly ballotNumber: number
  readonly title: string
  readonly summary: string
  readonly descriptionHtml: string
  readonly districtId: string | null
  readonly districtName: string | null
  readonly themeName: string | null
  readonly themeColor: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Cost as published: rounded up by the process's step. */
  readonly publishedCost: Cents | null
  readonly exactCost: Cents | null
  readonly annualRunningCost: Cents | null
  readonly managingDepartment: string
  readonly proposerNames: string
  readonly pictureDataUrl: string | null
  readonly pictureAlternativeText: string
  readonly pictureCredit: string
}
