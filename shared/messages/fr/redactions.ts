/** Masked words of a proposal. */
export const redactions = {
  title: 'Passages masqués',
  mask: 'Masquer des mots…',
  maskWord: 'Masquer « {{word}} »',
  maskKey: 'Masquer les mots sélectionnés',
  dialogTitle: 'Masquer des mots',
  dialogNote:
    'Ils disparaissent de la proposition, de ses commentaires, notes, réponses et pièces jointes, de son étude et de son projet, de la recherche et de tous les documents. L’original reste sous scellé.',
  passage: 'Mots à masquer',
  passageHint: 'Tels qu’ils sont écrits ; chaque occurrence est masquée.',
  reason: 'Motif',
  confirm: 'Masquer',
  masked: 'Passage masqué',
  entry_one: '{{reason}} : {{count}} occurrence masquée par {{name}}, {{date}}',
  entry_other: '{{reason}} : {{count}} occurrences masquées par {{name}}, {{date}}',
  lift: 'Rétablir',
  liftReason: 'Rétabli à la demande du service',
  readOriginal: 'Lire l’original',
  originalTitle: 'Original sous scellé',
  originalNote: 'À ne pas recopier dans un document.',
  reasons: {
    personal: 'Donnée personnelle',
    insult: 'Injure ou diffamation',
    minor: 'Information sur un mineur',
    other: 'Autre motif',
  },
} as const
