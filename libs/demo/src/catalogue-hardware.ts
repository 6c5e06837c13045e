import type { CatalogueFacts } from './catalogue-facts.js';

/** Small hardware, and the network of the building. */
// prettier-ignore
export const HARDWARE_ITEMS: readonly CatalogueFacts[] = [
  {
    reference: 'MAT-01', kind: 'model', category: 'hardware', name: 'Casque audio pour enfant', unit: 'l’unité', picture: 'box',
    description: 'Volume limité à 85 décibels, coussinets lavables.', includes: 'Fourniture et livraison', excludes: 'Adaptateur',
    maker: 'Ouïe Douce', warrantyMonths: 24, netCents: 1_246, delay: 12, contract: 'small',
    titles: ['Casque audio', '# casques audio'], usual: [6, 24], weight: 7,
  },
  {
    reference: 'MAT-02', kind: 'model', category: 'hardware', name: 'Enceinte de classe', unit: 'l’unité', picture: 'box',
    description: 'Enceinte portable pour la classe ou la salle de motricité.', includes: 'Fourniture et livraison', excludes: 'Fixation au mur',
    maker: 'Ouïe Douce', warrantyMonths: 24, netCents: 3_900, delay: 12, contract: 'small',
    titles: ['Enceinte de classe', '# enceintes de classe'], usual: [1, 4], weight: 5,
  },
  {
    reference: 'MAT-03', kind: 'model', category: 'hardware', name: 'Micro-casque', unit: 'l’unité', picture: 'box',
    description: 'Pour enregistrer sa voix, en langue vivante par exemple.', includes: 'Fourniture et livraison', excludes: 'Adaptateur',
    maker: 'Ouïe Douce', warrantyMonths: 24, netCents: 1_800, delay: 12, contract: 'small',
    titles: ['Micro-casque', '# micro-casques'], usual: [4, 16], weight: 4,
  },
  {
    reference: 'MAT-04', kind: 'model', category: 'hardware', name: 'Souris pour petite main', unit: 'l’unité', picture: 'box',
    description: 'Souris filaire de petite taille, pour la maternelle et le CP.', includes: 'Fourniture et livraison', excludes: 'Tapis',
    maker: 'Petit Poste', warrantyMonths: 24, netCents: 800, delay: 12, contract: 'small',
    titles: ['Souris pour petite main', '# souris pour petite main'], usual: [6, 20], weight: 4,
  },
  {
    reference: 'MAT-05', kind: 'model', category: 'hardware', name: 'Robot de sol programmable', unit: 'l’unité', picture: 'gear',
    description: 'Se programme par boutons, sans écran, dès la moyenne section.', includes: 'Fourniture, câble de charge', excludes: 'Tapis de jeu',
    maker: 'Abeille & Cie', warrantyMonths: 24, netCents: 6_900, delay: 12, contract: 'small', training: 'Programmer un robot avec les élèves',
    titles: ['Robot de sol', '# robots de sol'], usual: [2, 6], weight: 6,
  },
  {
    reference: 'MAT-06', kind: 'model', category: 'hardware', name: 'Visualiseur de documents', unit: 'l’unité', picture: 'camera',
    description: 'Filme un cahier ou un objet et le montre à toute la classe.', includes: 'Fourniture et livraison', excludes: 'Installation',
    maker: 'Petit Poste', warrantyMonths: 36, netCents: 12_000, delay: 12, contract: 'small',
    titles: ['Visualiseur', '# visualiseurs'], usual: [1, 3], weight: 5,
  },
  {
    reference: 'MAT-07', kind: 'model', category: 'hardware', name: 'Boîtier d’affichage sans fil', unit: 'l’unité', picture: 'box',
    description: 'Montre l’écran d’une tablette au vidéoprojecteur, sans câble.', includes: 'Fourniture et livraison', excludes: 'Réglage sur place',
    maker: 'Petit Poste', warrantyMonths: 24, netCents: 7_600, delay: 12, contract: 'small', needs: ['network'],
    titles: ['Boîtier d’affichage sans fil', '# boîtiers d’affichage sans fil'], usual: [1, 4], weight: 4,
  },
  {
    reference: 'MAT-08', kind: 'model', category: 'hardware', name: 'Coque de protection de tablette', unit: 'l’unité', picture: 'box',
    description: 'Coque à poignée, remplaçable sans outil.', includes: 'Fourniture et livraison', excludes: 'Film d’écran',
    maker: 'Petit Poste', warrantyMonths: 12, netCents: 2_000, delay: 12, contract: 'small',
    titles: ['Coque de tablette', '# coques de tablette'], usual: [4, 16], weight: 4,
  },
  {
    reference: 'MAT-09', kind: 'model', category: 'hardware', name: 'Station de charge pour dix tablettes', unit: 'l’unité', picture: 'box',
    description: 'Range et recharge dix tablettes, se ferme à clé.', includes: 'Fourniture et livraison', excludes: 'Prise électrique',
    maker: 'Petit Poste', warrantyMonths: 36, netCents: 14_900, delay: 12, contract: 'small', needs: ['power'],
    titles: ['Station de charge', '# stations de charge'], usual: [1, 2], weight: 3,
  },
  {
    reference: 'MAT-10', kind: 'model', category: 'hardware', name: 'Stylets pour écran interactif', unit: 'le lot de deux', picture: 'pencil',
    description: 'Deux stylets de rechange pour les écrans de la métropole.', includes: 'Fourniture et livraison', excludes: 'Support aimanté',
    maker: 'Petit Poste', warrantyMonths: 12, netCents: 1_600, delay: 12, contract: 'small',
    titles: ['Stylets d’écran interactif', '# lots de stylets d’écran interactif'], usual: [1, 6], weight: 4,
  },
  {
    reference: 'MAT-11', kind: 'model', category: 'hardware', name: 'Portable reconditionné', unit: 'l’unité', picture: 'laptop',
    description: 'Portable de 14 pouces remis à neuf, batterie neuve.', includes: 'Fourniture, préparation et étiquette', excludes: 'Sacoche',
    maker: 'Second Départ', warrantyMonths: 24, netCents: 24_900, delay: 20, contract: 'small',
    titles: ['Portable reconditionné', '# portables reconditionnés'], usual: [1, 2], weight: 4,
  },
  {
    reference: 'MAT-12', kind: 'model', category: 'hardware', name: 'Écran mobile de 55 pouces', unit: 'l’unité', picture: 'box',
    description: 'Écran sur pied à roulettes, partagé entre les classes d’un étage.', includes: 'Livraison, montage et réglages', excludes: 'Prise électrique',
    maker: 'Clair Tableau', warrantyMonths: 60, netCents: 74_000, delay: 25, contract: 'screens', investment: true,
    needs: ['power', 'network'], training: 'Prendre en main un écran interactif', placed: true, titles: ['Écran mobile', '# écrans mobiles'], usual: [1, 1], weight: 1,
  },
  {
    reference: 'RES-01', category: 'network', name: 'Prise réseau', unit: 'la prise', picture: 'wrench',
    description: 'Prise posée en goulotte à moins de vingt mètres de la baie.', includes: 'Câble, goulotte, prise et mesure', excludes: 'Baie',
    netCents: 6_500, delay: 15, contract: 'network', placed: true, titles: ['Prise réseau à poser', '# prises réseau à poser'], usual: [1, 6], weight: 8,
  },
  {
    reference: 'RES-02', category: 'network', name: 'Pose d’une borne Wi-Fi', unit: 'l’unité', picture: 'wrench',
    description: 'Borne de la métropole avec bouton de coupure, fixée et réglée.', includes: 'Câble, fixation et mesure du signal', excludes: 'Alimentation de la baie',
    netCents: 27_167, delay: 15, contract: 'network', needs: ['network'], placed: true,
    titles: ['Borne Wi-Fi à poser', '# bornes Wi-Fi à poser'], usual: [1, 2], weight: 5,
  },
  {
    reference: 'RES-03', category: 'network', name: 'Reprise du câblage d’une salle', unit: 'la salle', picture: 'wrench',
    description: 'Câbles remis en goulotte, prises repérées, mesures remises à la commune.', includes: 'Fournitures et mesures', excludes: 'Peinture',
    netCents: 35_917, delay: 18, contract: 'network', placed: true, titles: ['Câblage à reprendre', 'Câblage à reprendre dans # salles'], usual: [1, 1], weight: 3,
  },
  {
    reference: 'RES-04', category: 'network', name: 'Bouton de coupure du Wi-Fi', unit: 'l’unité', picture: 'circle',
    description: 'L’enseignant coupe et rétablit le Wi-Fi de sa classe.', includes: 'Fourniture, pose et essai', excludes: 'Borne',
    netCents: 4_800, delay: 15, contract: 'network', placed: true, titles: ['Bouton de coupure à poser', '# boutons de coupure à poser'], usual: [1, 5], weight: 4,
  },
  {
    reference: 'RES-05', category: 'network', name: 'Commutateur de huit prises', unit: 'l’unité', picture: 'box',
    description: 'Pour brancher huit postes dans une salle qui n’a qu’une prise.', includes: 'Fourniture et branchement', excludes: 'Câbles de plus de trois mètres',
    netCents: 6_200, delay: 12, contract: 'network', needs: ['power'], titles: ['Commutateur à poser', '# commutateurs à poser'], usual: [1, 2], weight: 3,
  },
  {
    reference: 'RES-06', category: 'network', name: 'Contrôle du réseau de l’école', unit: 'l’école', picture: 'search',
    description: 'Débit et signal mesurés dans chaque salle, compte rendu en deux pages.', includes: 'Mesures et compte rendu', excludes: 'Travaux',
    netCents: 10_000, delay: 10, titles: ['Réseau de l’école à contrôler', 'Réseau de l’école à contrôler'], usual: [1, 1], weight: 4,
  },
  {
    reference: 'RES-07', category: 'network', name: 'Réglage du Wi-Fi d’une classe', unit: 'la classe', picture: 'gear',
    description: 'Canaux et puissance réglés à distance, essai avec l’enseignant.', includes: 'Réglage et essai', excludes: 'Borne',
    netCents: 3_500, delay: 3, remote: true, needs: ['network'], titles: ['Wi-Fi d’une classe à régler', 'Wi-Fi de # classes à régler'], usual: [1, 4], weight: 5,
  },
];
