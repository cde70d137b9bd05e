/**
 * The letters that a new démarche starts with, and the sentences that fill them. They go to residents and are French
 * whatever language the officer works in. Fields stand in braces; the wording is ours (domain reference §2.6).
 */
export const letterTexts = {
  subject: {
    acknowledgement: 'Accusé de réception de votre proposition n° {référence}',
    completion: 'Demande de précisions sur votre proposition n° {référence}',
    admissible: 'Recevabilité de votre proposition n° {référence}',
    inadmissible: 'Réponse à votre proposition n° {référence}',
    merged: 'Regroupement de votre proposition n° {référence}',
    infeasible: 'Étude de votre proposition n° {référence}',
    feasible: 'Étude de votre proposition n° {référence}',
    winner: 'Résultat du vote sur votre projet n° {référence}',
    'not-selected': 'Résultat du vote sur votre projet n° {référence}',
  },
  body: {
    acknowledgement: [
      'Madame, Monsieur,',
      'Nous avons bien reçu, le {date de dépôt}, votre proposition n° {référence}, intitulée « {titre} », déposée dans le cadre de la démarche « {démarche} ». Nous vous remercions de votre participation.',
      'Elle sera examinée au regard du règlement de la démarche, et une réponse motivée vous sera adressée.',
      'Cette réponse vous parviendra avant le {échéance}.',
      'Votre proposition garde ce numéro pendant toute la démarche : nous vous remercions de le rappeler dans vos échanges avec nous.',
      'Les renseignements que vous nous avez confiés servent uniquement à étudier votre proposition et à vous répondre. Vous pouvez à tout moment les consulter, les faire rectifier ou demander leur effacement auprès de notre service.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    completion: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Afin de poursuivre son examen, nous vous remercions de bien vouloir nous préciser, avant le {échéance} :',
      '{points à préciser}',
      'Vous pouvez nous répondre par courrier ou par courriel, en rappelant le numéro {référence}. Sans retour de votre part à cette date, votre proposition sera étudiée en l’état.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    admissible: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Après examen, nous avons le plaisir de vous informer qu’elle est recevable au regard du règlement de la démarche.',
      '{réponse}',
      'Elle va maintenant être étudiée par les services de la commune, qui en apprécieront la faisabilité technique, juridique et financière. Ils pourront prendre contact avec vous pour en préciser le contenu ou l’emplacement.',
      'Le résultat de cette étude vous sera communiqué par écrit.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    inadmissible: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Votre proposition a été examinée au regard du règlement de la démarche. Nous avons le regret de vous informer qu’elle n’a pas pu être déclarée recevable, pour le motif suivant : {motif}.',
      '{réponse}',
      'Cette décision se fonde sur le règlement de la démarche ({article}).',
      'Votre idée peut toutefois être adressée à : {orientation}.',
      '{suite}',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    merged: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Votre idée rejoint celle de la proposition {regroupement}. Nous vous proposons de les porter ensemble, dans un projet commun.',
      '{réponse}',
      'Ce regroupement n’efface rien : votre proposition garde son numéro, son texte et ses pièces, et les soutiens de chacune sont réunis sans qu’une même personne soit comptée deux fois.',
      'Votre accord est attendu avant le {échéance}. Si vous préférez que votre proposition soit étudiée seule, il vous suffit de nous l’indiquer.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    infeasible: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Elle a été étudiée avec la proposition {regroupement}, avec laquelle elle est regroupée.',
      'Les services de la commune en ont étudié les aspects fonciers, techniques, réglementaires et financiers, dans les conditions prévues par le règlement. Au terme de cette étude, nous avons le regret de vous informer que le projet ne peut pas être réalisé.',
      '{réponse}',
      'Nous vous rencontrerons volontiers pour vous présenter cette étude et rechercher avec vous une autre forme ou un autre emplacement, en vue d’une prochaine édition.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    feasible: [
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche « {démarche} », la proposition n° {référence}, intitulée « {titre} », que nous avons reçue le {date de dépôt}.',
      'Elle a été étudiée avec la proposition {regroupement}, avec laquelle elle est regroupée.',
      'Les services de la commune en ont étudié les aspects fonciers, techniques, réglementaires et financiers. Au terme de cette étude, nous avons le plaisir de vous informer que le projet est réalisable.',
      '{réponse}',
      'Une fois la liste des projets arrêtée, il sera soumis au vote des habitants. Nous vous en communiquerons les dates et les modalités.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    winner: [
      'Madame, Monsieur,',
      'À l’issue du vote des habitants, nous avons le plaisir de vous informer que votre projet n° {référence}, intitulé « {titre} », figure parmi les lauréats de la démarche « {démarche} ».',
      'Il a recueilli {voix} voix.',
      'Il est porté avec la proposition {regroupement}, avec laquelle il est regroupé.',
      'Sa réalisation sera conduite par le service suivant : {service gestionnaire}.',
      'Nous prendrons contact avec vous pour en préparer les étapes, et nous vous tiendrons au courant de leur avancement.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
    'not-selected': [
      'Madame, Monsieur,',
      'À l’issue du vote des habitants, votre projet n° {référence}, intitulé « {titre} », ne figure pas parmi ceux qui peuvent être financés dans l’enveloppe de la démarche « {démarche} ».',
      'Il a recueilli {voix} voix.',
      'Il était porté avec la proposition {regroupement}, avec laquelle il était regroupé.',
      'Nous vous remercions vivement de votre engagement. Rien ne s’oppose à ce que vous le déposiez de nouveau lors d’une prochaine édition ; notre service peut vous aider à le faire évoluer.',
      'Notre service reste à votre disposition pour toute précision : {contact}.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ].join('\n\n'),
  },
  /** What may come next, by reason of a refusal: the field {suite}. */
  next: {
    'not-municipal-competence':
      'Avec votre accord, nous pouvons transmettre votre idée à la collectivité compétente : il vous suffit de nous l’indiquer en réponse à ce courrier.',
    'operating-cost':
      'Si votre projet peut être repensé autour d’un aménagement ou d’un équipement durable, vous pourrez le déposer lors d’une prochaine édition.',
    'running-cost-too-high':
      'Une version plus simple à entretenir pourrait être étudiée lors d’une prochaine édition. Notre service peut vous aider à la préparer.',
    'over-cap':
      'Une version réduite, dans la limite du plafond fixé par le règlement, pourrait être déposée lors d’une prochaine édition.',
    'no-land':
      'Si vous connaissez un autre emplacement, sur un terrain ou dans un bâtiment géré par la commune, nous l’étudierons volontiers lors d’une prochaine édition.',
    'already-planned': 'Nous pouvons vous adresser, sur simple demande, le calendrier de cet aménagement.',
    'not-general-interest':
      'S’il est ouvert à l’ensemble des habitants, votre projet pourra être déposé de nouveau lors d’une prochaine édition.',
    commercial:
      'Si votre projet relève d’une activité économique, nos services peuvent vous orienter vers les interlocuteurs qui sauront l’accompagner.',
    technical:
      'Nous pouvons vous présenter cette analyse lors d’un rendez-vous et rechercher avec vous une autre implantation ou une autre forme, en vue d’une prochaine édition.',
    regulation:
      'Nous pouvons vous indiquer les règles applicables et examiner avec vous ce qui permettrait de les respecter.',
    safety:
      'Nous restons disponibles pour rechercher avec vous une solution qui garantisse la sécurité de tous, en vue d’une prochaine édition.',
    'too-late': 'Vous pourrez déposer votre projet de nouveau lors d’une prochaine édition.',
    imprecise:
      'Vous pourrez compléter votre proposition (description, emplacement, habitants concernés) et la déposer lors d’une prochaine édition. Notre service peut vous y aider.',
    'study-only':
      'Si votre idée peut prendre la forme d’un équipement ou d’un aménagement, vous pourrez la déposer lors d’une prochaine édition.',
    duplicate:
      'L’idée que vous portez n’est pas abandonnée : elle se poursuit avec cette autre proposition, dont nous pouvons vous indiquer l’avancement.',
    'outside-territory':
      'Vous pouvez adresser votre idée à la commune concernée, ou la déposer de nouveau à un emplacement situé sur notre territoire.',
    neutrality: 'Nous restons à votre disposition pour en parler avec vous.',
  },
  appeal:
    'Voies et délais de recours : si vous contestez cette décision, vous pouvez, dans un délai de deux mois à compter de sa réception, former un recours gracieux auprès du Maire, ou un recours contentieux devant le tribunal administratif, par courrier ou par l’application Télérecours citoyens (www.telerecours.fr).',
  signature: 'Pour le Maire et par délégation,',
  service: 'Service de la participation citoyenne',
  reference: 'Réf. : {{reference}}',
  subjectLine: 'Objet : {{subject}}',
  writtenAt: '{{place}}, le {{date}}',
  groupedWith: 'n° {{reference}} « {{title}} »',
  rulebook: 'règlement du {{date}} (version {{number}})',
  manyPages: '{{reference}} – lettre de {{pages}} pages',
  batchTitle: 'Courriers à imprimer ({{count}})',
  noName: 'À la personne qui porte la proposition n° {{reference}}',
} as const
