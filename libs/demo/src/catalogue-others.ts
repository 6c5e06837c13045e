import type { CatalogueFacts } from './catalogue-facts.js';

const never = { usual: [1, 1] as const, weight: 0 };

/** What cannot be ordered: on quote, still examined, refused or withdrawn. */
// prettier-ignore
export const OTHER_ITEMS: readonly CatalogueFacts[] = [
  {
    ...never, reference: 'REP-01', category: 'install', name: 'Réparation sur devis', unit: 'sur devis', picture: 'wrench',
    description: 'Réparation d’un appareil au-delà d’une petite somme, à l’accord de l’école.', includes: 'Pièces et main-d’œuvre', excludes: 'Casse volontaire',
    netCents: 0, delay: 10, onQuote: true, titles: ['Réparation sur devis', '# réparations sur devis'],
  },
  {
    ...never, reference: 'REP-02', category: 'install', name: 'Réparation d’un écran sur devis', unit: 'sur devis', picture: 'wrench',
    description: 'Réparation d’un écran interactif par le titulaire, à l’accord de l’école.', includes: 'Pièces, transport et main-d’œuvre', excludes: 'Casse volontaire',
    netCents: 0, delay: 20, contract: 'screens', onQuote: true, titles: ['Réparation d’écran sur devis', '# réparations d’écrans sur devis'],
  },
  {
    ...never, reference: 'RES-08', category: 'network', name: 'Câblage complet d’un bâtiment', unit: 'sur devis', picture: 'document',
    description: 'Étude et câblage d’une école entière, après visite.', includes: 'Visite et devis', excludes: 'Génie civil',
    netCents: 0, delay: 60, contract: 'network', onQuote: true, titles: ['Bâtiment à câbler', 'Bâtiment à câbler'],
  },
  {
    ...never, reference: 'MAT-20', kind: 'model', category: 'hardware', name: 'Casque de réalité virtuelle', unit: 'l’unité', picture: 'eye',
    description: 'Visites virtuelles en groupe, à essayer dans une école pilote.', includes: 'Fourniture', excludes: 'Contenus',
    maker: 'Horizon Proche', netCents: 31_000, delay: 20, contract: 'small', state: 'proposed', titles: ['Casque de réalité virtuelle', '# casques de réalité virtuelle'],
  },
  {
    ...never, reference: 'MAT-21', kind: 'model', category: 'hardware', name: 'Microscope numérique', unit: 'l’unité', picture: 'search',
    description: 'Se branche au poste de la classe, grossit jusqu’à 200 fois.', includes: 'Fourniture', excludes: 'Préparations',
    maker: 'Petit Poste', netCents: 5_900, delay: 12, contract: 'small', state: 'proposed', titles: ['Microscope numérique', '# microscopes numériques'],
  },
  {
    ...never, reference: 'LOG-20', kind: 'software', category: 'software', name: 'Licence de cartes mentales', unit: 'le poste, un an', picture: 'document',
    description: 'Pour ranger ses idées et préparer un exposé.', includes: 'Licence d’un an', excludes: 'Installation',
    maker: 'Arbre à Idées', netCents: 1_900, delay: 5, remote: true, state: 'under-review', titles: ['Licence de cartes mentales', '# licences de cartes mentales'],
  },
  {
    ...never, reference: 'MAT-22', kind: 'model', category: 'hardware', name: 'Robot articulé pour le cycle 3', unit: 'l’unité', picture: 'gear',
    description: 'Se programme par blocs, six capteurs.', includes: 'Fourniture, câble de charge', excludes: 'Tablette',
    maker: 'Abeille & Cie', netCents: 14_500, delay: 12, contract: 'small', training: 'Programmer un robot avec les élèves', state: 'under-review', titles: ['Robot articulé', '# robots articulés'],
  },
  {
    ...never, reference: 'MAT-23', kind: 'model', category: 'hardware', name: 'Imprimante 3D', unit: 'l’unité', picture: 'printer',
    description: 'Petits objets en plastique, surveillée pendant toute l’impression.', includes: 'Fourniture', excludes: 'Plastique',
    maker: 'Forme Libre', netCents: 38_000, delay: 20, contract: 'small', state: 'rejected', titles: ['Imprimante 3D', '# imprimantes 3D'],
  },
  {
    ...never, reference: 'LOG-21', kind: 'software', category: 'software', name: 'Abonnement de vidéos à la demande', unit: 'l’école, un an', picture: 'document',
    description: 'Bibliothèque de vidéos éducatives en ligne.', includes: 'Abonnement d’un an', excludes: 'Débit internet',
    maker: 'Plein Écran', netCents: 24_000, delay: 5, remote: true, state: 'rejected', titles: ['Abonnement de vidéos', '# abonnements de vidéos'],
  },
  {
    ...never, reference: 'INS-20', category: 'install', name: 'Pose d’un tableau interactif à stylet', unit: 'l’unité', picture: 'wrench',
    description: 'Tableau de l’ancienne génération, remplacé par les écrans interactifs.', includes: 'Pose et calibrage', excludes: 'Vidéoprojecteur',
    netCents: 19_000, delay: 15, contract: 'screens', needs: ['power'], state: 'withdrawn', titles: ['Tableau interactif à poser', '# tableaux interactifs à poser'],
  },
  {
    ...never, reference: 'MAT-24', kind: 'model', category: 'hardware', name: 'Clé USB de 16 Go', unit: 'l’unité', picture: 'box',
    description: 'Retirée pour la sécurité des postes, l’espace numérique la remplace.', includes: 'Fourniture', excludes: 'Étui',
    maker: 'Petit Poste', netCents: 700, delay: 12, contract: 'small', state: 'withdrawn', titles: ['Clé USB', '# clés USB'],
  },
  {
    ...never, reference: 'MAT-25', kind: 'model', category: 'hardware', name: 'Tablette de 10 pouces', unit: 'l’unité', picture: 'tablet',
    description: 'Achetée pour les valises de 2023, remplacée depuis.', includes: 'Fourniture, coque', excludes: 'Chargeur rapide',
    maker: 'Petit Poste', warrantyMonths: 36, netCents: 21_900, delay: 12, contract: 'small', state: 'withdrawn', titles: ['Tablette', '# tablettes'],
  },
  {
    ...never, reference: 'MAT-26', kind: 'model', category: 'hardware', name: 'Portable de 14 pouces', unit: 'l’unité', picture: 'laptop',
    description: 'Ordinateur d’enseignant de 2023, remplacé depuis.', includes: 'Fourniture, préparation et étiquette', excludes: 'Sacoche',
    maker: 'Petit Poste', warrantyMonths: 48, netCents: 48_900, delay: 12, contract: 'small', state: 'withdrawn', titles: ['Portable', '# portables'],
  },
  {
    ...never, reference: 'MAT-27', kind: 'model', category: 'hardware', name: 'Vidéoprojecteur à courte focale', unit: 'l’unité', picture: 'projector',
    description: 'Posé en classe jusqu’en 2024, remplacé par les écrans.', includes: 'Fourniture', excludes: 'Pose',
    maker: 'Clair Tableau', warrantyMonths: 36, netCents: 64_500, delay: 12, contract: 'screens', state: 'withdrawn', titles: ['Vidéoprojecteur', '# vidéoprojecteurs'],
  },
];
