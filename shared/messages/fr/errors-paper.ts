/** Refusals of paper batches and their entry. */
export const errorsPaper = {
  'form-number-taken':
    'Le formulaire {{number}} du lot {{code}} est déjà saisi : c’est la proposition {{reference}}. Votre saisie est gardée : corrigez le numéro.',
  'form-number-set-aside':
    'Le formulaire {{number}} du lot {{code}} est noté comme non rendu, vierge ou annulé. Votre saisie est gardée : corrigez le numéro, ou reprenez ce formulaire dans le lot.',
  'form-number-out-of-range':
    'Le lot {{code}} compte {{count}} formulaires : il n’a pas de numéro {{number}}. Votre saisie est gardée : corrigez le numéro, ou agrandissez le lot.',
  'form-number-missing': 'Indiquez le numéro imprimé sur le formulaire du lot {{code}}.',
  'answer-missing': 'La question « {{question}} » attend une réponse. Votre saisie est gardée.',
  'form-decided':
    'La proposition {{reference}} vient d’un import, a déjà reçu une décision, ou contient des mots masqués : son texte ne se corrige plus ici. Rien n’a été modifié.',
  'batch-closed':
    'Le lot {{code}} est clos. Rien n’a été modifié : rouvrez-le avec un motif pour le compléter.',
  'batch-open': 'Le lot {{code}} n’est pas clos. Rien n’a été modifié.',
  'batch-has-missing':
    'Le lot {{code}} ne peut pas être clos : il manque {{numbers}}. Saisissez ces formulaires, ou dites ce qu’ils sont devenus.',
  'batch-range-too-short':
    'Le lot {{code}} ne peut pas avoir moins de {{number}} formulaires : ce numéro est déjà connu. Rien n’a été modifié.',
  'scan-unknown': 'Le fichier « {{file}} » n’est ni un PDF, ni une image JPEG ou PNG. Rien n’a été modifié.',
  'question-twice': 'Deux questions portent le même intitulé. Rien n’a été enregistré : changez-en une.',
  'question-without-choices':
    'Une question à choix demande au moins deux réponses possibles. Rien n’a été enregistré.',
} as const
