/** Refusals of the map and of the address base. Joined to `errors`. */
export const errorsMap = {
  'background-address-invalid':
    'Cette adresse n’est pas celle d’un fond de carte : il faut une adresse en https, d’un seul serveur, avec {z}, {x} et {y}. Rien n’a été modifié.',
  'addresses-columns-missing':
    'Le fichier « {{file}} » n’a pas de colonne de rue (nom_voie, voie_nom) ou pas de coordonnées (lon et lat). La base d’adresses n’a pas changé. Téléchargez le format CSV sur adresse.data.gouv.fr.',
  'addresses-none':
    'Aucune adresse de « {{file}} » n’a pu être gardée : ni rue, ni coordonnées, ou une autre commune. La base d’adresses n’a pas changé.',
} as const
