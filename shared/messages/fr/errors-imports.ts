/** Refusals of a file to import: nothing of it has been written. Joined to `errors`. */
export const errorsImports = {
  'file-empty': 'Le fichier « {{file}} » est vide. Rien n’a été importé. Refaites l’export.',
  'file-too-large':
    'Le fichier « {{file}} » dépasse la taille acceptée ({{limit}}). Rien n’a été importé. Enregistrez-le en CSV ou partagez-le en plusieurs fichiers.',
  'file-unreadable':
    'Le fichier « {{file}} » ne peut pas être lu. Rien n’a été importé. Vérifiez que c’est un fichier et que vous y avez accès, puis recommencez.',
  'too-many-columns':
    'Le fichier « {{file}} » a plus de {{limit}} colonnes. Rien n’a été importé. Vérifiez le séparateur, ou que les lignes et les colonnes ne sont pas interverties.',
  'file-changed':
    'Le fichier « {{file}} » a été modifié depuis son aperçu. Rien n’a été importé. Relisez-le avant d’importer.',
  'format-unknown':
    'Parvis ne reconnaît pas le contenu de « {{file}} ». Rien n’a été importé. Formats lus : CSV, Excel (.xlsx), OpenDocument (.ods), JSON, ZIP de Decidim, GeoJSON.',
  'old-office-file':
    'Le fichier « {{file}} » est dans l’ancien format d’Excel (.xls) ou protégé par un mot de passe. Rien n’a été importé. Ouvrez-le dans Excel et enregistrez-le en .xlsx sans mot de passe.',
  'workbook-damaged':
    'Le classeur « {{file}} » est incomplet ou endommagé. Rien n’a été importé. Ouvrez-le dans Excel, enregistrez-le de nouveau, puis recommencez.',
  'sheet-missing':
    'Le fichier « {{file}} » n’a pas de feuille « {{sheet}} ». Rien n’a été importé. Choisissez une autre feuille.',
  'sheet-empty':
    'La feuille « {{sheet}} » de « {{file}} » est vide. Rien n’a été importé. Choisissez une autre feuille.',
  'table-empty':
    'Le fichier « {{file}} » ne contient pas de ligne d’en-têtes. Rien n’a été importé. Indiquez la ligne des en-têtes ou vérifiez le fichier.',
  'headers-repeated':
    'Plusieurs colonnes de « {{file}} » portent le même en-tête avec des valeurs différentes : {{columns}}. Rien n’a été importé. Renommez-les dans le fichier.',
  'csv-quote-open':
    'Un guillemet ouvert à la ligne {{line}} n’est jamais refermé : la suite du fichier ne peut pas être lue. Rien n’a été importé. Corrigez cette ligne ou refaites l’export.',
  'json-damaged':
    'Le fichier JSON « {{file}} » est incomplet ou mal formé. Rien n’a été importé. Refaites l’export.',
  'json-not-a-list':
    'Le fichier JSON « {{file}} » ne contient pas de liste d’éléments. Rien n’a été importé.',
  'geojson-damaged':
    'Le fichier « {{file}} » n’est pas un GeoJSON de quartiers lisible. Rien n’a été importé. Exportez les quartiers en GeoJSON (une collection de polygones).',
  'archive-damaged':
    'L’archive « {{file}} » est incomplète ou endommagée. Rien n’a été importé. Téléchargez-la de nouveau.',
  'archive-encrypted':
    'L’archive « {{file}} » est protégée par un mot de passe. Rien n’a été importé. Décompressez-la, puis choisissez le fichier qu’elle contient.',
  'archive-bomb':
    'L’archive « {{file}} » contiendrait, une fois ouverte, un volume anormal. Rien n’a été importé. Vérifiez d’où elle vient.',
  'archive-without-table':
    'L’archive « {{file}} » ne contient aucun fichier CSV, Excel ou JSON. Rien n’a été importé.',
  'mapping-without-text':
    'Aucune colonne de « {{file}} » ne donne le titre ou le texte des propositions. Rien n’a été importé. Indiquez laquelle.',
} as const
