import { tileOrigin } from '../../../shared/domain/geo/tile-address.ts'
import { getBackground } from '../../data/map/place.repository.ts'
import type { AppCall } from '../call.ts'

/** Tells the window from where it may ask for map images: what the open dossier says, else from nowhere. */
export async function tellTileGate({ ports, session }: Pick<AppCall, 'ports' | 'session'>): Promise<void> {
  if (ports.tileGate === undefined) return
  const { dossier } = session
  const background = dossier === null ? undefined : await getBackground(dossier.database.reader)
  const origin = background?.enabled === true ? tileOrigin(background.urlTemplate) : undefined
  await ports.tileGate.allow(origin ?? null)
}
