import type { CatalogueFacts } from './catalogue-facts.js';

/** Software, and the services that put it in place. */
// prettier-ignore
export const SOFTWARE_ITEMS: readonly CatalogueFacts[] = [
  {
    reference: 'LOG-01', category: 'software', name: 'Installation d’un logiciel sur un poste', unit: 'le poste', picture: 'laptop',
    description: 'Logiciel validé, installé, mis à jour et essayé.',
    includes: 'Installation, mise à jour et essai', excludes: 'La licence',
    netCents: 1_500, delay: 5, remote: true,
    titles: ['Logiciel à installer sur un poste', 'Logiciel à installer sur # postes'], usual: [4, 16], weight: 16,
  },
  {
    reference: 'LOG-02', category: 'software', name: 'Installation d’une application sur une valise de tablettes', unit: 'la valise', picture: 'box',
    description: 'Application déposée à distance sur toutes les tablettes de la valise.',
    includes: 'Dépôt, vérification sur deux tablettes', excludes: 'Le prix de l’application',
    netCents: 4_000, delay: 5, remote: true,
    titles: ['Application à installer sur une valise', 'Application à installer sur # valises'], usual: [1, 3], weight: 6,
  },
  {
    reference: 'LOG-03', category: 'software', name: 'Remise à neuf d’un poste', unit: 'le poste', picture: 'refresh',
    description: 'Poste effacé puis réinstallé avec les logiciels de l’école.',
    includes: 'Sauvegarde demandée avant, réinstallation, essai', excludes: 'Récupération de fichiers perdus',
    netCents: 3_000, delay: 8, titles: ['Poste à remettre à neuf', '# postes à remettre à neuf'], usual: [1, 8], weight: 7,
  },
  {
    reference: 'LOG-04', kind: 'software', category: 'software', name: 'Licence de lecture Lire pas à pas', unit: 'le poste, un an', picture: 'document',
    description: 'Entraînement à la lecture du CP au CE2, progression de l’élève gardée sur le poste.',
    includes: 'Licence d’un an et mises à jour', excludes: 'Installation',
    maker: 'Éditions du Crêt', netCents: 1_200, delay: 5, remote: true,
    titles: ['Licence de lecture', '# licences de lecture'], usual: [6, 16], weight: 4,
  },
  {
    reference: 'LOG-05', kind: 'software', category: 'software', name: 'Licence Calcul et problèmes', unit: 'la classe, un an', picture: 'document',
    description: 'Calcul mental et problèmes gradués du CP au CM2.',
    includes: 'Licence d’un an pour une classe', excludes: 'Installation',
    maker: 'Atelier des Nombres', netCents: 3_300, delay: 5, remote: true,
    titles: ['Licence de calcul', '# licences de calcul'], usual: [1, 6], weight: 4,
  },
  {
    reference: 'LOG-06', kind: 'software', category: 'software', name: 'Bouquet de logiciels libres', unit: 'le poste', picture: 'star',
    description: 'Bureautique, dessin, sciences et jeux éducatifs libres, choisis avec les formateurs numériques.',
    includes: 'Licence gratuite et sans limite', excludes: 'Installation',
    maker: 'Logiciels libres', netCents: 0, delay: 5, remote: true,
    titles: ['Bouquet de logiciels libres', 'Bouquet de logiciels libres pour # postes'], usual: [1, 1], weight: 0,
  },
  {
    reference: 'LOG-07', kind: 'software', category: 'software', name: 'Licence de synthèse vocale et de dictée', unit: 'le poste, un an', picture: 'document',
    description: 'Lit les textes à voix haute et écrit sous la dictée, pour les élèves dyslexiques.',
    includes: 'Licence d’un an', excludes: 'Micro-casque',
    maker: 'Voix Claire', netCents: 4_900, delay: 5, remote: true,
    titles: ['Licence de synthèse vocale', '# licences de synthèse vocale'], usual: [1, 4], weight: 4,
  },
  {
    reference: 'LOG-08', category: 'software', name: 'Réglage du filtrage d’internet', unit: 'l’école', picture: 'filter',
    description: 'Sites à ouvrir ou à fermer pour l’école, sur demande de la direction.',
    includes: 'Réglage et essai', excludes: 'Dérogation pour un seul poste',
    netCents: 2_300, delay: 3, remote: true, titles: ['Filtrage d’internet à régler', 'Filtrage d’internet à régler'], usual: [1, 1], weight: 3,
  },
  {
    reference: 'LOG-09', category: 'software', name: 'Ouverture des comptes de l’espace numérique', unit: 'l’école', picture: 'people',
    description: 'Comptes des enseignants et des familles ouverts dans l’espace numérique de travail.',
    includes: 'Création et remise des accès', excludes: 'Formation',
    netCents: 5_000, delay: 8, remote: true,
    titles: ['Comptes de l’espace numérique à ouvrir', 'Comptes de l’espace numérique à ouvrir'], usual: [1, 1], weight: 4,
  },
];
