/**
 * French words that say nothing of a proposal's subject, without accents, as `contentWords` folds them: articles,
 * pronouns, prepositions, conjunctions, auxiliaries, and the courtesies of a form. What negates or quantifies a
 * request (« pas », « plus », « sans ») stays out of the meaning of a text all the same: the comparison shows it.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a ai aie aient ainsi alors an ans apres as assez au aucun aucune aujourd aupres auquel aussi autant autre autres aux
  auxquels avait avaient avant avec avez avoir avons ayant beaucoup bien bonjour bonsoir bref c ca car ce ceci cela
  celle celles celui cependant ces cet cette ceux chacun chacune chaque chez ci comme comment contre d dans de deja
  depuis des deux devait devant doit doivent donc dont du durant elle elles en encore enfin entre es est et etaient etait
  etant etc ete etes etre eu eux fait faire faut fois font hors hui il ils j jamais je jusqu jusque l la le lequel les
  lesquels leur leurs lors lorsque lui m ma madame mais me meme memes merci mes messieurs mettre mieux mis moi moins mon
  monsieur n ne ni non nos notre notres nous on ont or ou oui par parce parfois parmi pas pendant permettre permettrait
  peu peut peuvent plus plusieurs plutot pour pourquoi pourrait pourraient pourtant pouvoir propose proposer proposition
  projet puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon sera serait
  seraient seront ses seulement si sien soi soient soit son sont souhaite souhaitons sous souvent sur surtout t ta tandis
  tant te tel telle telles tels tes toi ton toujours tous tout toute toutes tres trop tu un une vers via voici voila
  voir voire vos votre vous voudrais vraiment vu y`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
