/** Refusals of the dossier's file, of people and of settings. */
export const errorsDossiers = {
  'dossier-missing': 'Le fichier « {{file}} » est introuvable. Il a peut-être été déplacé ou renommé.',
  'dossier-not-a-dossier': 'Le fichier « {{file}} » n’est pas un dossier Parvis. Il n’a pas été modifié.',
  'dossier-damaged':
    'Le dossier « {{file}} » est endommagé : Parvis ne l’a pas ouvert et ne l’a pas modifié. Restaurez une sauvegarde du dossier voisin « sauvegardes ».',
  'dossier-open-elsewhere':
    'Ce dossier est déjà ouvert, dans une autre fenêtre ou sur un autre poste. Fermez-le là-bas, ou ouvrez-le en lecture seule.',
  'dossier-newer':
    'Le dossier « {{file}} » vient d’une version plus récente de Parvis. Il n’a pas été modifié : mettez Parvis à jour pour l’ouvrir.',
  'dossier-needs-migration':
    'Le dossier « {{file}} » vient d’une version plus ancienne et se trouve en lecture seule : copiez-le à un endroit où vous pouvez écrire, puis ouvrez la copie.',
  'file-exists':
    'Un fichier « {{file}} » existe déjà à cet endroit. Il n’a pas été modifié : choisissez un autre nom.',
  'copy-onto-itself':
    'Une copie ne peut pas remplacer le dossier ouvert « {{file}} ». Choisissez un autre nom.',
  'backup-failed':
    'La sauvegarde « {{file}} » n’a pas pu être vérifiée : elle a été effacée et le dossier n’a pas été modifié.',
  'copy-holds-sealed':
    'Une copie contiendrait aussi les originaux sous scellé, que votre profil ne peut pas lire. Rien n’a été écrit : demandez la copie à la modération.',
  'backup-unknown': 'La sauvegarde « {{file}} » n’appartient pas à ce dossier. Rien n’a été modifié.',
  'passphrase-wrong': 'La phrase de passe n’est pas la bonne.',
  'person-inactive': 'Le profil de {{name}} est désactivé. Adressez-vous à un administrateur du dossier.',
  'last-administrator': 'Le dossier doit garder un administrateur actif. Rien n’a été modifié.',
  'phase-ends-before-it-opens':
    'Une phase se termine avant de commencer. Rien n’a été modifié : corrigez ses dates.',
  'theme-in-use': 'Le thème « {{name}} » est utilisé : il ne peut pas être supprimé. Rien n’a été modifié.',
  'district-in-use':
    'Le quartier « {{name}} » est utilisé : il ne peut pas être supprimé. Rien n’a été modifié.',
  'person-unknown': 'Personne ne s’appelle « {{name}} » dans ce dossier. Profils : {{known}}.',
  'passphrase-needed':
    'Ce dossier demande un profil : nommez-le par --as-person, et donnez sa phrase de passe dans la variable PARVIS_PASSPHRASE.',
  'process-not-chosen':
    'Ce dossier contient plusieurs démarches : choisissez-en une par --process. Démarches : {{titles}}.',
  'process-unknown': 'Aucune démarche ne s’appelle « {{process}} ». Démarches : {{titles}}.',
  'mapping-unreadable':
    'Le fichier de correspondance « {{file}} » n’est pas lisible : il faut un objet JSON {"columns": {"en-tête": "champ"}}. Champs : {{fields}}. Rien n’a été modifié.',
} as const
