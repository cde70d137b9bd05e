/** Refusals of feasibility, projects and finance. */
export const errorsStudies = {
  'transition-not-allowed':
    '{{reference}} ne peut pas passer de cet état à celui demandé. Rien n’a été modifié.',
  'reason-missing':
    'Un motif est nécessaire pour {{reference}}. Rien n’a été modifié : indiquez-le puis recommencez.',
  'rationale-missing':
    'Une réponse motivée est nécessaire pour {{reference}}. Rien n’a été modifié : rédigez-la puis recommencez.',
  'study-needs-admissible':
    'La proposition {{reference}} n’est pas recevable : son étude ne peut pas commencer.',
  'study-concluded':
    'L’étude de {{reference}} est conclue : sa réponse ne change plus. Reprenez d’abord la conclusion, en disant pourquoi.',
  'list-settled': 'La liste des projets est arrêtée : {{reference}} ne peut plus être modifié ainsi.',
  'submission-not-feasible':
    'La proposition {{reference}} n’a pas d’étude conclue comme réalisable. Aucun projet n’a été créé.',
  'submission-already-in-project':
    'La proposition {{reference}} fait déjà partie d’un projet. Rien n’a été modifié.',
  'erratum-missing':
    'Le projet n° {{number}} est soumis au vote : son titre et son lieu ne changent qu’avec un erratum public. Rédigez-le puis recommencez.',
  'visa-missing':
    '{{count}} projet(s) sans visa finances valable : {{projects}}. La liste n’a pas été arrêtée.',
  'visa-own-estimate':
    'Vous avez participé au chiffrage du projet {{project}} : le visa revient à une autre personne.',
  'estimate-missing': 'Le projet {{project}} n’a pas de chiffrage. Aucun visa n’a été enregistré.',
  'amount-changed':
    'Le montant a changé depuis que vous l’avez lu. Aucun visa n’a été enregistré : relisez le chiffrage.',
  'winners-over-envelope':
    'Le coût des lauréats dépasse l’enveloppe. Rien n’a été enregistré : retirez un lauréat ou indiquez la décision qui autorise le dépassement.',
  'file-missing': 'Le fichier « {{file}} » est introuvable. Rien n’a été modifié.',
  'picture-too-large':
    'L’image « {{file}} » dépasse {{limitMegabytes}} Mo. Rien n’a été modifié : réduisez-la puis recommencez.',
  'picture-unknown': 'Le fichier « {{file}} » n’est pas une image PNG, JPEG ou WebP. Rien n’a été modifié.',
} as const
