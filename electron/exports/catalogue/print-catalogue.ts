import type { ProjectCatalogue } from '../../../shared/read-models/project-catalogue.ts'
import { type PrintedDocument, type PrintSetting, printDocument } from '../pdf/print-document.ts'
import { buildCatalogue, buildCatalogueDraft, catalogueTitle } from './build-catalogue.ts'
import { type CatalogueOptions, cataloguePart } from './catalogue-options.ts'

/** Prints the catalogue to a tagged PDF with bookmarks and true page numbers. Refuses with `cancelled`. */
export async function printCatalogue(
  catalogue: ProjectCatalogue,
  options: CatalogueOptions,
  setting: PrintSetting,
): Promise<PrintedDocument> {
  return printDocument(
    {
      format: options.format === 'a4' ? 'A4' : 'A5',
      properties: {
        author: catalogue.communeName,
        subject: catalogueTitle(cataloguePart(catalogue, options, new Map(), false)),
      },
      draft: () => buildCatalogueDraft(catalogue, options),
      final: (pageNumbers) => buildCatalogue(catalogue, options, pageNumbers),
    },
    setting,
  )
}
