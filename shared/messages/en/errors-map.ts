/** Refusals of the map and of the address base. Joined to `errors`. */
export const errorsMap = {
  'background-address-invalid':
    'This is not the address of a map background: it takes an https address of one server, with {z}, {x} and {y}. Nothing was changed.',
  'addresses-columns-missing':
    'The file “{{file}}” has no street column (nom_voie, voie_nom) or no coordinates (lon and lat). The address base has not changed. Download the CSV format from adresse.data.gouv.fr.',
  'addresses-none':
    'No address of “{{file}}” could be kept: no street, no coordinates, or another town. The address base has not changed.',
} as const
