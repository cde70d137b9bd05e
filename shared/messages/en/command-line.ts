/** Everything that the command line says. */
export const commandLine = {
  arguments: {
    dossier: 'dossier',
    file: 'file',
    decisions: 'decisions',
    collection: 'list',
    kind: 'kind',
  },
  help: {
    use: 'Usage: parvis <command> [options]',
    commands: 'Commands:',
    commonOptions: 'Options of every command:',
    commonOptionList:
      '  --json                 a single JSON object on standard output\n' +
      '  --language fr|en       language of messages and documents\n' +
      '  --as-person NAME       acts as this person (passphrase: variable PARVIS_PASSPHRASE)\n' +
      '  --process TITLE        chooses the process, by its title or its place\n' +
      '  --read-only            opens the dossier read-only, even while it is open elsewhere\n' +
      '  --user-data-dir PATH   keeps preferences and technical logs elsewhere\n' +
      '  --version, --help',
    exitCodes: 'Exit code: 0 done, 1 refused, 2 wrong usage.',
  },
  usage: {
    'see-help': 'For the list of commands: parvis help',
    'see-command-help': 'For one command in detail: parvis help {{command}}',
    'command-missing': 'No command was given.',
    'command-unknown': 'There is no command “{{command}}”.',
    'option-unknown': 'This command has no option {{option}}.',
    'option-missing': 'The option {{option}} is needed.',
    'option-without-value': 'The option {{option}} needs a value.',
    'option-with-value': 'The option {{option}} takes no value.',
    'argument-missing': 'An argument is missing: <{{argument}}>.',
    'argument-extra': 'The argument “{{argument}}” is one too many.',
    'value-unknown': '“{{value}}” does not fit {{option}}. Possible values: {{allowed}}.',
    'not-a-count': 'The option {{option}} needs a whole number from 1, not “{{value}}”.',
    'not-an-amount': 'The option {{option}} needs an amount in euros, not “{{value}}”.',
    'not-a-day': 'The option {{option}} needs a date YYYY-MM-DD, not “{{value}}”.',
    'not-searchable': 'The list “{{collection}}” does not take --search.',
  },
  commands: {
    new: {
      summary: 'makes a dossier and its first process',
      options: '--title TITLE --kind participatory-budget|consultation|survey [--envelope EUROS]',
      details:
        '  --administrator NAME   first person of the dossier; by default the name of your account\n' +
        '  --commune NAME, --insee CODE, --prefix REFERENCE\n' +
        '  --district NAME        a district; may be repeated\n' +
        '  --opens YYYY-MM-DD, --closes YYYY-MM-DD   first and last day of deposits',
      done: 'Dossier made: {{path}}. Administrator: {{name}}.',
    },
    import: {
      summary: 'imports a file into the dossier, entirely or not at all',
      options:
        '[--as auto|decidim-proposals|decidim-comments|decidim-projects|decidim-meetings|table|districts] [--mapping file.json] [--dry-run]',
      details:
        '  --dry-run              compares and writes nothing\n' +
        '  --mapping FILE         columns of a table, as JSON: {"columns": {"Project title": "title", "Description": "body"}}\n' +
        '  --rejections FILE      writes all rejections to an .xlsx workbook\n' +
        '  --encoding, --separator, --sheet, --header-line, --locale   correct what was guessed',
      done: 'Rows read ({{format}}): {{rows}}. New: {{created}}; changed: {{updated}}; unchanged: {{unchanged}}; rejected: {{rejected}}.',
      wouldDo:
        'Nothing was written. Rows read ({{format}}): {{rows}}. To create: {{created}}; to change: {{updated}}; unchanged: {{unchanged}}; rejected: {{rejected}}.',
      rejection: '  line {{line}}, {{column}}: {{message}}',
      moreRejections_one: '  and {{count}} more rejection (--rejections writes them all)',
      moreRejections_other: '  and {{count}} more rejections (--rejections writes them all)',
    },
    list: {
      summary: 'shows a list of the dossier',
      options: '[--search WORDS] [--limit NUMBER]',
      details:
        '  Lists: submissions, projects, studies, comments, meetings, districts, themes, imports, processes,\n' +
        '  people, journal, backups. At most 100 rows without --limit.',
      shown: '{{shown}} of {{count}}',
    },
    decide: {
      summary: 'records the decisions of a table, entirely or not at all',
      options: '',
      details:
        '  Columns: reference; decision; reason; answer (or référence; décision; motif; réponse).\n' +
        '  Decisions: admissible, incomplete, inadmissible, withdrawn, reopened, merged into REFERENCE.',
      done: 'Decisions recorded: {{decided}}; already taken: {{unchanged}}.',
      proposed_one: '{{count}} proposed decision waits for a second opinion.',
      proposed_other: '{{count}} proposed decisions wait for a second opinion.',
      refused_one: 'No decision was recorded: {{count}} line needs a correction.',
      refused_other: 'No decision was recorded: {{count}} lines need a correction.',
      rejection: '  line {{line}}: {{message}}',
    },
    catalogue: {
      summary: 'writes the catalogue of projects as PDF',
      options: '--out file.pdf [--format a4|a5] [--layout page|half-page]',
      details: '  A file of that name is replaced once the new one is complete.',
    },
    report: {
      summary: 'writes the Excel workbooks and the PDF report into a folder',
      options: '--out folder [--only {{reports}}]',
      details: '  A file of that name is replaced once the new one is complete.',
    },
    letters: {
      summary: 'writes the letters that decisions wait for',
      options: '--out folder [--kind KIND,…] [--channel post|email|platform]',
      details:
        '  Each letter is noted as written; nothing is sent. Without --channel: the PDF letters.\n  Kinds: acknowledgement, completion, admissible, inadmissible, merged, infeasible, feasible, winner, not-selected',
    },
    export: {
      summary: 'writes a file for another program',
      options: '--out file',
      details:
        '  decidim-answers        answers for Decidim’s importer (.csv, .xlsx or .json) [--locale fr] [--component NUMBER]\n' +
        '  journal                journal of the dossier (.xlsx)\n' +
        '  copy                   complete copy of the dossier (.parvis)',
      answers:
        '{{path}} (answers: {{answers}}; without a platform number, so left out: {{withoutPlatformId}})',
    },
    check: {
      summary: 'checks the dossier without changing it',
      options: '',
      details: '  Database, journal chain, sums of money, states. Exit code 1 when something is wrong.',
      unsound:
        'Something is wrong with this dossier. Restore a backup from the “sauvegardes” folder beside it.',
    },
    demo: {
      summary: 'does the whole work on the demonstration data',
      options: '[--story roubaix|saint-jean-de-braye] [--out folder]',
      details:
        '  Makes the demonstration dossiers, then writes catalogues, reports and answers for Decidim.\n' +
        '  By default in a new folder “parvis-demonstration”. No file is replaced.',
      builds: 'Demonstration of {{story}}: import, decisions, studies, visas…',
      prints: 'Catalogues…',
      reports: 'Reports…',
      step: '{{step}}: {{count}}',
      amounts: 'Envelope: {{envelope}}; on the ballot: {{ballotTotal}}; winners: {{winnersTotal}}',
      answers_one: '{{count}} answer for Decidim',
      answers_other: '{{count}} answers for Decidim',
    },
    help: { summary: 'explains a command' },
  },
  stories: { roubaix: 'Roubaix', 'saint-jean-de-braye': 'Saint-Jean-de-Braye' },
  fileNames: {
    demonstration: 'parvis-demonstration',
    'catalogue-a4': 'catalogue-a4.pdf',
    'catalogue-a5': 'catalogue-a5.pdf',
    'decidim-answers': 'decidim-answers.csv',
  },
  fileWritten: '{{path}}',
  pdfWritten_one: '{{path}} ({{count}} page)',
  pdfWritten_other: '{{path}} ({{count}} pages)',
  progressOf: '{{percent}}%',
  progressCount: '{{count}} rows',
} as const
