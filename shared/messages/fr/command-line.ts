/** Everything that the command line says. */
export const commandLine = {
  arguments: {
    dossier: 'dossier',
    file: 'fichier',
    decisions: 'décisions',
    collection: 'liste',
    kind: 'sorte',
  },
  help: {
    use: 'Usage : parvis <commande> [options]',
    commands: 'Commandes :',
    commonOptions: 'Options communes :',
    commonOptionList:
      '  --json                 un seul objet JSON sur la sortie standard\n' +
      '  --language fr|en       langue des messages et des documents\n' +
      '  --as-person NOM        agit au nom de cette personne (phrase de passe : variable PARVIS_PASSPHRASE)\n' +
      '  --process TITRE        choisit la démarche, par son titre ou son rang\n' +
      '  --read-only            ouvre le dossier en lecture seule, même s’il est ouvert ailleurs\n' +
      '  --user-data-dir RÉP.   range ailleurs les préférences et les journaux techniques\n' +
      '  --version, --help',
    exitCodes: 'Code de sortie : 0 fait, 1 refusé, 2 commande mal écrite.',
  },
  usage: {
    'see-help': 'Pour la liste des commandes : parvis help',
    'see-command-help': 'Pour le détail d’une commande : parvis help {{command}}',
    'command-missing': 'Aucune commande n’a été donnée.',
    'command-unknown': 'La commande « {{command}} » n’existe pas.',
    'option-unknown': 'L’option {{option}} n’existe pas pour cette commande.',
    'option-missing': 'L’option {{option}} est nécessaire.',
    'option-without-value': 'L’option {{option}} attend une valeur.',
    'option-with-value': 'L’option {{option}} n’attend pas de valeur.',
    'argument-missing': 'Il manque un argument : <{{argument}}>.',
    'argument-extra': 'L’argument « {{argument}} » est de trop.',
    'value-unknown': '« {{value}} » ne convient pas pour {{option}}. Valeurs possibles : {{allowed}}.',
    'not-a-count': 'L’option {{option}} attend un nombre entier à partir de 1, pas « {{value}} ».',
    'not-an-amount': 'L’option {{option}} attend un montant en euros, pas « {{value}} ».',
    'not-a-day': 'L’option {{option}} attend une date AAAA-MM-JJ, pas « {{value}} ».',
    'not-searchable': 'La liste « {{collection}} » ne connaît pas --search.',
  },
  commands: {
    new: {
      summary: 'crée un dossier et sa première démarche',
      options: '--title TITRE --kind participatory-budget|consultation|survey [--envelope EUROS]',
      details:
        '  --administrator NOM    première personne du dossier ; par défaut, le nom de votre compte\n' +
        '  --commune NOM, --insee CODE, --prefix RÉFÉRENCE\n' +
        '  --district NOM         un quartier ; à répéter\n' +
        '  --opens AAAA-MM-JJ, --closes AAAA-MM-JJ   premier et dernier jour du dépôt',
      done: 'Dossier créé : {{path}}. Administration : {{name}}.',
    },
    import: {
      summary: 'importe un fichier dans le dossier, en entier ou pas du tout',
      options:
        '[--as auto|decidim-proposals|decidim-comments|decidim-projects|decidim-meetings|table|districts] [--mapping fichier.json] [--dry-run]',
      details:
        '  --dry-run              compare sans rien écrire\n' +
        '  --mapping FICHIER      colonnes d’un tableau, en JSON : {"columns": {"Titre du projet": "title", "Description": "body"}}\n' +
        '  --rejections FICHIER   écrit tous les rejets dans un classeur .xlsx\n' +
        '  --encoding, --separator, --sheet, --header-line, --locale   corrigent ce qui a été deviné',
      done: 'Lignes lues ({{format}}) : {{rows}}. Nouvelles : {{created}} ; modifiées : {{updated}} ; inchangées : {{unchanged}} ; rejetées : {{rejected}}.',
      wouldDo:
        'Rien n’a été écrit. Lignes lues ({{format}}) : {{rows}}. À créer : {{created}} ; à modifier : {{updated}} ; inchangées : {{unchanged}} ; rejetées : {{rejected}}.',
      rejection: '  ligne {{line}}, {{column}} : {{message}}',
      moreRejections_one: '  et {{count}} autre rejet (--rejections les écrit tous)',
      moreRejections_other: '  et {{count}} autres rejets (--rejections les écrit tous)',
    },
    list: {
      summary: 'montre une liste du dossier',
      options: '[--search MOTS] [--limit NOMBRE]',
      details:
        '  Listes : submissions, projects, studies, comments, meetings, districts, themes, imports, processes,\n' +
        '  people, journal, backups. 100 lignes au plus sans --limit.',
      shown: '{{shown}} sur {{count}}',
    },
    decide: {
      summary: 'enregistre les décisions d’un tableau, en entier ou pas du tout',
      options: '',
      details:
        '  Colonnes : référence ; décision ; motif ; réponse (ou reference ; decision ; reason ; answer).\n' +
        '  Décisions : recevable, à compléter, irrecevable, retiré, rouvert, fusionné avec RÉFÉRENCE.',
      done: 'Décisions enregistrées : {{decided}} ; déjà prises : {{unchanged}}.',
      proposed_one: '{{count}} décision proposée attend un second avis.',
      proposed_other: '{{count}} décisions proposées attendent un second avis.',
      refused_one: 'Aucune décision n’a été enregistrée : {{count}} ligne est à corriger.',
      refused_other: 'Aucune décision n’a été enregistrée : {{count}} lignes sont à corriger.',
      rejection: '  ligne {{line}} : {{message}}',
    },
    catalogue: {
      summary: 'écrit le catalogue des projets en PDF',
      options: '--out fichier.pdf [--format a4|a5] [--layout page|half-page]',
      details: '  Un fichier du même nom est remplacé une fois le nouveau complet.',
    },
    report: {
      summary: 'écrit les classeurs Excel et le bilan PDF dans un répertoire',
      options: '--out répertoire [--only {{reports}}]',
      details: '  Un fichier du même nom est remplacé une fois le nouveau complet.',
    },
    letters: {
      summary: 'écrit les courriers que les décisions attendent',
      options: '--out répertoire [--kind NATURE,…] [--channel post|email|platform]',
      details:
        '  Chaque courrier est noté comme écrit ; rien n’est envoyé. Sans --channel : les lettres PDF.\n  Natures : acknowledgement, completion, admissible, inadmissible, merged, infeasible, feasible, winner, not-selected',
    },
    export: {
      summary: 'écrit un fichier pour un autre logiciel',
      options: '--out fichier',
      details:
        '  decidim-answers        réponses pour l’import de Decidim (.csv, .xlsx ou .json) [--locale fr] [--component NUMÉRO]\n' +
        '  journal                journal du dossier (.xlsx)\n' +
        '  copy                   copie complète du dossier (.parvis)',
      answers:
        '{{path}} (réponses : {{answers}} ; sans numéro de plateforme, donc laissées de côté : {{withoutPlatformId}})',
    },
    check: {
      summary: 'contrôle le dossier sans le modifier',
      options: '',
      details:
        '  Base de données, chaîne du journal, sommes d’argent, états. Code de sortie 1 en cas d’anomalie.',
      unsound:
        'Le dossier présente des anomalies. Restaurez une sauvegarde du répertoire voisin « sauvegardes ».',
    },
    demo: {
      summary: 'déroule tout le travail sur les données de démonstration',
      options: '[--story roubaix|saint-jean-de-braye] [--out répertoire]',
      details:
        '  Crée les dossiers de démonstration puis écrit catalogues, rapports et réponses pour Decidim.\n' +
        '  Par défaut dans un nouveau répertoire « parvis-demonstration ». Aucun fichier n’est remplacé.',
      builds: 'Démonstration de {{story}} : import, décisions, études, visas…',
      prints: 'Catalogues…',
      reports: 'Rapports…',
      step: '{{step}} : {{count}}',
      amounts: 'Enveloppe : {{envelope}} ; au vote : {{ballotTotal}} ; lauréats : {{winnersTotal}}',
      answers_one: '{{count}} réponse pour Decidim',
      answers_other: '{{count}} réponses pour Decidim',
    },
    help: { summary: 'explique une commande' },
  },
  stories: { roubaix: 'Roubaix', 'saint-jean-de-braye': 'Saint-Jean-de-Braye' },
  fileNames: {
    demonstration: 'parvis-demonstration',
    'catalogue-a4': 'catalogue-a4.pdf',
    'catalogue-a5': 'catalogue-a5.pdf',
    'decidim-answers': 'reponses-decidim.csv',
  },
  fileWritten: '{{path}}',
  pdfWritten_one: '{{path}} ({{count}} page)',
  pdfWritten_other: '{{path}} ({{count}} pages)',
  progressOf: '{{percent}} %',
  progressCount: '{{count}} lignes',
} as const
