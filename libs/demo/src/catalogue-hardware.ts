import type { CatalogueFacts } from './catalogue-facts.js';

/** What is bought under the small hardware contract, unless the item says otherwise. */
const SUPPLIED = {
  kind: 'model',
  category: 'hardware',
  unit: 'l’unité',
  picture: 'box',
  includes: 'Fourniture et livraison',
  maker: 'Petit Poste',
  warrantyMonths: 24,
  delay: 12,
  contract: 'small',
} as const;

/** What the network contract's holder does in the building. */
const ON_NETWORK = { category: 'network', unit: 'l’unité', picture: 'wrench', delay: 15, contract: 'network' } as const;

/** Small hardware, and the network of the building. */
// prettier-ignore
export const HARDWARE_ITEMS: readonly CatalogueFacts[] = [
  {
    ...SUPPLIED, reference: 'MAT-01', name: 'Casque audio pour enfant', netCents: 1_246,
    description: 'Volume limité à 85 décibels, coussinets lavables.',
    excludes: 'Adaptateur', maker: 'Ouïe Douce', titles: ['Casque audio', '# casques audio'], usual: [6, 24], weight: 7,
  },
  {
    ...SUPPLIED, reference: 'MAT-02', name: 'Enceinte de classe', netCents: 3_900,
    description: 'Enceinte portable pour la classe ou la salle de motricité.',
    excludes: 'Fixation au mur', maker: 'Ouïe Douce', titles: ['Enceinte de classe', '# enceintes de classe'], usual: [1, 4], weight: 5,
  },
  {
    ...SUPPLIED, reference: 'MAT-03', name: 'Micro-casque', netCents: 1_800,
    description: 'Pour enregistrer sa voix, en langue vivante par exemple.',
    excludes: 'Adaptateur', maker: 'Ouïe Douce', titles: ['Micro-casque', '# micro-casques'], usual: [4, 16], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-04', name: 'Souris pour petite main', netCents: 800,
    description: 'Souris filaire de petite taille, pour la maternelle et le CP.',
    excludes: 'Tapis', titles: ['Souris pour petite main', '# souris pour petite main'], usual: [6, 20], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-05', name: 'Robot de sol programmable', picture: 'gear', netCents: 6_900,
    description: 'Se programme par boutons, sans écran, dès la moyenne section.',
    includes: 'Fourniture, câble de charge', excludes: 'Tapis de jeu', maker: 'Abeille & Cie', training: 'Programmer un robot avec les élèves', titles: ['Robot de sol', '# robots de sol'], usual: [2, 6], weight: 6,
  },
  {
    ...SUPPLIED, reference: 'MAT-06', name: 'Visualiseur de documents', picture: 'camera', netCents: 12_000,
    description: 'Filme un cahier ou un objet et le montre à toute la classe.',
    excludes: 'Installation', warrantyMonths: 36, titles: ['Visualiseur', '# visualiseurs'], usual: [1, 3], weight: 5,
  },
  {
    ...SUPPLIED, reference: 'MAT-07', name: 'Boîtier d’affichage sans fil', netCents: 7_600,
    description: 'Montre l’écran d’une tablette au vidéoprojecteur, sans câble.',
    excludes: 'Réglage sur place', needs: ['network'], titles: ['Boîtier d’affichage sans fil', '# boîtiers d’affichage sans fil'], usual: [1, 4], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-08', name: 'Coque de protection de tablette', netCents: 2_000,
    description: 'Coque à poignée, remplaçable sans outil.',
    excludes: 'Film d’écran', warrantyMonths: 12, titles: ['Coque de tablette', '# coques de tablette'], usual: [4, 16], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-09', name: 'Station de charge pour dix tablettes', netCents: 14_900,
    description: 'Range et recharge dix tablettes, se ferme à clé.',
    excludes: 'Prise électrique', warrantyMonths: 36, needs: ['power'], titles: ['Station de charge', '# stations de charge'], usual: [1, 2], weight: 3,
  },
  {
    ...SUPPLIED, reference: 'MAT-10', name: 'Stylets pour écran interactif', unit: 'le lot de deux', picture: 'pencil', netCents: 1_600,
    description: 'Deux stylets de rechange pour les écrans de la métropole.',
    excludes: 'Support aimanté', warrantyMonths: 12, titles: ['Stylets d’écran interactif', '# lots de stylets d’écran interactif'], usual: [1, 6], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-11', name: 'Portable reconditionné', picture: 'laptop', netCents: 24_900,
    description: 'Portable de 14 pouces remis à neuf, batterie neuve.',
    includes: 'Fourniture, préparation et étiquette', excludes: 'Sacoche', maker: 'Second Départ', delay: 20, titles: ['Portable reconditionné', '# portables reconditionnés'], usual: [1, 2], weight: 4,
  },
  {
    ...SUPPLIED, reference: 'MAT-12', name: 'Écran mobile de 55 pouces', netCents: 74_000,
    description: 'Écran sur pied à roulettes, partagé entre les classes d’un étage.',
    includes: 'Livraison, montage et réglages', excludes: 'Prise électrique', maker: 'Clair Tableau', warrantyMonths: 60, delay: 25, contract: 'screens', investment: true, needs: ['power', 'network'], training: 'Prendre en main un écran interactif', placed: true, titles: ['Écran mobile', '# écrans mobiles'], usual: [1, 1], weight: 1,
  },
  {
    ...ON_NETWORK, reference: 'RES-01', name: 'Prise réseau', unit: 'la prise', netCents: 6_500,
    description: 'Prise posée en goulotte à moins de vingt mètres de la baie.',
    includes: 'Câble, goulotte, prise et mesure', excludes: 'Baie', placed: true, titles: ['Prise réseau à poser', '# prises réseau à poser'], usual: [1, 6], weight: 8,
  },
  {
    ...ON_NETWORK, reference: 'RES-02', name: 'Pose d’une borne Wi-Fi', netCents: 27_167,
    description: 'Borne de la métropole avec bouton de coupure, fixée et réglée.',
    includes: 'Câble, fixation et mesure du signal', excludes: 'Alimentation de la baie', needs: ['network'], placed: true, titles: ['Borne Wi-Fi à poser', '# bornes Wi-Fi à poser'], usual: [1, 2], weight: 5,
  },
  {
    ...ON_NETWORK, reference: 'RES-03', name: 'Reprise du câblage d’une salle', unit: 'la salle', netCents: 35_917,
    description: 'Câbles remis en goulotte, prises repérées, mesures remises à la commune.',
    includes: 'Fournitures et mesures', excludes: 'Peinture', delay: 18, placed: true, titles: ['Câblage à reprendre', 'Câblage à reprendre dans # salles'], usual: [1, 1], weight: 3,
  },
  {
    ...ON_NETWORK, reference: 'RES-04', name: 'Bouton de coupure du Wi-Fi', picture: 'circle', netCents: 4_800,
    description: 'L’enseignant coupe et rétablit le Wi-Fi de sa classe.',
    includes: 'Fourniture, pose et essai', excludes: 'Borne', placed: true, titles: ['Bouton de coupure à poser', '# boutons de coupure à poser'], usual: [1, 5], weight: 4,
  },
  {
    ...ON_NETWORK, reference: 'RES-05', name: 'Commutateur de huit prises', picture: 'box', netCents: 6_200,
    description: 'Pour brancher huit postes dans une salle qui n’a qu’une prise.',
    includes: 'Fourniture et branchement', excludes: 'Câbles de plus de trois mètres', delay: 12, needs: ['power'], titles: ['Commutateur à poser', '# commutateurs à poser'], usual: [1, 2], weight: 3,
  },
  {
    category: 'network', reference: 'RES-06', name: 'Contrôle du réseau de l’école', unit: 'l’école', picture: 'search', netCents: 10_000,
    description: 'Débit et signal mesurés dans chaque salle, compte rendu en deux pages.',
    includes: 'Mesures et compte rendu', excludes: 'Travaux', delay: 10, titles: ['Réseau de l’école à contrôler', 'Réseau de l’école à contrôler'], usual: [1, 1], weight: 4,
  },
  {
    category: 'network', reference: 'RES-07', name: 'Réglage du Wi-Fi d’une classe', unit: 'la classe', picture: 'gear', netCents: 3_500,
    description: 'Canaux et puissance réglés à distance, essai avec l’enseignant.',
    includes: 'Réglage et essai', excludes: 'Borne', delay: 3, remote: true, needs: ['network'], titles: ['Wi-Fi d’une classe à régler', 'Wi-Fi de # classes à régler'], usual: [1, 4], weight: 5,
  },
];
