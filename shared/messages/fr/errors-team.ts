/** Refusals of second opinions, distribution and absences. */
export const errorsTeam = {
  'awaits-second-opinion':
    'Une décision proposée par {{name}} sur {{reference}} attend un second avis : confirmez-la ou dites votre désaccord. Rien n’a été modifié.',
  'second-opinion-own':
    'Vous avez proposé vous-même cette décision sur {{reference}} : le second avis revient à une autre personne. Rien n’a été modifié.',
  'proposal-closed':
    'Aucune décision proposée n’attend plus sur {{reference}} : elle a été confirmée, retirée ou dépassée entre-temps. Rien n’a été modifié.',
  'proposal-of-another':
    'La décision proposée sur {{reference}} est celle de {{name}}, qui seul peut la retirer. Rien n’a été modifié.',
  'disagreement-open':
    '{{name}} a exprimé un désaccord sur {{reference}} : seul un responsable peut trancher, ou les deux agents se mettre d’accord. Rien n’a été modifié.',
  'settlement-own':
    'Vous êtes l’un des deux agents en désaccord sur {{reference}} : il revient à une autre personne de trancher. Rien n’a été modifié.',
  'nothing-to-distribute':
    'Aucune proposition ne peut être répartie : toutes sont attribuées, ou les règles ne désignent aucun agent présent. Rien n’a été modifié.',
  'absence-of-another':
    'Seul un responsable peut saisir l’absence d’une autre personne. Rien n’a été modifié.',
  'absence-backwards': 'L’absence se termine avant d’avoir commencé. Rien n’a été enregistré.',
  'absence-overlaps': '{{name}} a déjà une absence à ces dates. Rien n’a été enregistré : modifiez-la.',
  'stand-in-unfit':
    '{{name}} ne peut pas remplacer cette personne : il faut un autre agent, actif, qui puisse modérer. Rien n’a été enregistré.',
} as const
