import packageDescription from '../../../package.json' with { type: 'json' }

/** Version of Parvis, written into the dossiers it makes and the documents it prints. */
export const applicationVersion: string = packageDescription.version
