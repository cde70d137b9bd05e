/** Refusals of moderation. */
export const errorsSubmissions = {
  'own-contribution': 'La proposition {{reference}} est la vôtre : sa décision revient à une autre personne.',
  'aside-day-past': 'Choisissez un jour après aujourd’hui. Rien n’a été modifié.',
  'aside-not-waiting':
    'La proposition {{reference}} est déjà décidée : elle ne peut pas être mise de côté. Rien n’a été modifié.',
  'reply-day-past': 'La date de réponse est passée. Choisissez un autre jour ; rien n’a été modifié.',
  'merge-impossible':
    'La proposition {{reference}} ne peut pas être regroupée avec {{into}}. Rien n’a été modifié.',
  'merge-needs-lead':
    'Choisissez la proposition avec laquelle regrouper {{reference}}. Rien n’a été modifié.',
  'split-not-merged': 'La proposition {{reference}} n’est pas regroupée. Rien n’a été modifié.',
  'undo-overtaken':
    '« {{object}} » a changé depuis votre action : elle ne peut plus être annulée. Rien n’a été modifié.',
  'reference-unknown': 'Aucune proposition ne porte la référence « {{reference}} ».',
  'reference-twice': 'La référence « {{reference}} » figure deux fois dans le fichier.',
  'decision-unknown':
    'La décision « {{decision}} » n’est pas connue. Écrivez par exemple : recevable, à compléter, irrecevable, retiré, fusionné avec BP26-0012.',
  'reason-unknown': 'Le motif « {{reason}} » n’est pas connu.',
  'attachment-too-large': 'Le fichier « {{file}} » dépasse {{limitMegabytes}} Mo. Rien n’a été modifié.',
  'passage-not-found':
    'Ces mots ne se trouvent pas dans la proposition, ou y sont déjà masqués. Rien n’a été modifié : sélectionnez-les de nouveau.',
  'blur-not-fitting':
    'L’image floutée n’est pas celle de « {{file}} » : autre taille, ou données de prise de vue. Rien n’a été modifié : rouvrez l’image.',
  'decisions-columns-missing':
    'Aucune décision n’a été lue dans « {{file}} ». Il faut une ligne d’en-tête avec au moins les colonnes « référence » et « décision » ; « motif » et « réponse » s’y ajoutent. Rien n’a été modifié.',
  'decisions-empty':
    'Le fichier « {{file}} » ne contient aucune décision sous sa ligne d’en-tête. Rien n’a été modifié.',
  'meeting-ends-early':
    'La fin de la rencontre précède son début. Rien n’a été enregistré : corrigez l’une des deux dates.',
  'meeting-has-proposals':
    'La rencontre « {{title}} » garde {{count}} propositions recueillies : elle reste au registre. Rattachez d’abord ces propositions ailleurs.',
  'supporters-columns-missing':
    'Aucun soutien n’a été lu dans « {{file}} ». Il faut une ligne d’en-tête avec une colonne pour la proposition (« référence », « numéro ») et une pour la personne (« courriel », « compte »). Rien n’a été modifié.',
  'supporters-empty':
    'Le fichier « {{file}} » ne contient aucun soutien sous sa ligne d’en-tête. Rien n’a été modifié.',
} as const
