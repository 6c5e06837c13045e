import type { Impact, Symptom, TicketCause, TicketRepair, TicketService, Urgency, Wait } from '@parc/domain';

/** So many in all the weights of its list. */
interface Weighed {
  readonly weight: number;
}

/** What breaks, how often, and what it does then. `model`: the device's reference in the catalogue. */
export interface Thing extends Weighed {
  readonly model?: string;
  readonly service?: TicketService;
  /** Who stands still with it. */
  readonly impacts: Readonly<Partial<Record<Impact, number>>>;
  readonly symptoms: Readonly<Partial<Record<Symptom, number>>>;
}

export const THINGS: readonly Thing[] = [
  {
    ...{ model: 'MAT-26', weight: 34, impacts: { person: 6, class: 4 } },
    symptoms: {
      ...{ slow: 26, 'no-network': 22, 'no-charge': 14, keyboard: 14, 'no-power': 12 },
      ...{ 'black-screen': 6, 'no-sound': 4, other: 2 },
    },
  },
  {
    ...{ model: 'MAT-27', weight: 22, impacts: { class: 1 } },
    symptoms: { 'black-screen': 40, 'no-power': 18, 'no-touch': 16, 'no-sound': 14, slow: 6, other: 6 },
  },
  {
    ...{ model: 'MAT-25', weight: 13, impacts: { person: 9, class: 1 } },
    symptoms: { 'no-charge': 40, slow: 24, 'no-network': 20, 'black-screen': 12, other: 4 },
  },
  { model: 'MAT-09', weight: 4, impacts: { class: 1 }, symptoms: { 'no-charge': 70, 'no-power': 30 } },
  {
    ...{ model: 'MAT-11', weight: 6, impacts: { person: 3, school: 1 } },
    symptoms: { slow: 35, 'no-network': 25, keyboard: 20, 'no-power': 14, other: 6 },
  },
  { weight: 7, impacts: { class: 1 }, symptoms: { 'no-network': 50, 'no-sound': 28, 'no-light': 12, other: 10 } },
  { service: 'internet', weight: 10, impacts: { school: 1 }, symptoms: { outage: 45, intermittent: 55 } },
  { service: 'workspace', weight: 4, impacts: { school: 1, person: 2 }, symptoms: { 'no-access': 80, outage: 20 } },
];

export const URGENT: readonly (Weighed & { urgency: Urgency })[] = [
  { urgency: 'normally', weight: 44 },
  { urgency: 'otherwise', weight: 44 },
  { urgency: 'stopped', weight: 12 },
];

/** What was wrong and what was done; `cents`: what a part costs, when there is one. */
export interface Mending extends Weighed {
  readonly cause: TicketCause;
  readonly repair: TicketRepair;
  readonly minutes: readonly [least: number, most: number];
  readonly note: string;
  readonly parts?: string;
  readonly cents?: readonly [least: number, most: number];
}

const SYSTEM: readonly Mending[] = [
  {
    weight: 5,
    cause: 'system',
    repair: 'reinstalled',
    minutes: [25, 60],
    note: 'Système remis à neuf, mises à jour faites.',
  },
  { weight: 3, cause: 'settings', repair: 'adjusted', minutes: [10, 25], note: 'Programmes du démarrage allégés.' },
  { weight: 3, cause: 'system', repair: 'remote', minutes: [10, 30], note: 'Mises à jour terminées à distance.' },
  {
    weight: 1,
    cause: 'board',
    repair: 'replaced',
    minutes: [30, 60],
    note: 'Disque remplacé, données rendues.',
    parts: 'Disque SSD 480 Go',
    cents: [5_900, 8_900],
  },
  { weight: 1, cause: 'none', repair: 'explained', minutes: [5, 15], note: 'Rien trouvé ; redémarrer chaque semaine.' },
];
const NETWORK: readonly Mending[] = [
  {
    weight: 4,
    cause: 'network',
    repair: 'adjusted',
    minutes: [10, 30],
    note: 'Borne de la salle redémarrée, le Wi-Fi tient.',
  },
  { weight: 3, cause: 'settings', repair: 'remote', minutes: [5, 20], note: 'Profil réseau renvoyé à l’appareil.' },
  {
    weight: 1,
    cause: 'network',
    repair: 'replaced',
    minutes: [20, 45],
    note: 'Cordon de la prise murale remplacé.',
    parts: 'Cordon réseau 3 m',
    cents: [900, 1_900],
  },
  { weight: 1, cause: 'use', repair: 'explained', minutes: [5, 10], note: 'Le mode avion était resté en place.' },
];
const POWER: readonly Mending[] = [
  {
    weight: 4,
    cause: 'charger',
    repair: 'replaced',
    minutes: [10, 20],
    note: 'Chargeur remplacé.',
    parts: 'Chargeur 65 W',
    cents: [2_490, 4_490],
  },
  {
    weight: 3,
    cause: 'battery',
    repair: 'replaced',
    minutes: [20, 40],
    note: 'Batterie usée, remplacée. Charge vérifiée.',
    parts: 'Batterie',
    cents: [4_900, 7_900],
  },
  { weight: 2, cause: 'charger', repair: 'adjusted', minutes: [5, 15], note: 'Prise de la multiprise desserrée.' },
  {
    weight: 1,
    cause: 'board',
    repair: 'replaced',
    minutes: [40, 75],
    note: 'Carte d’alimentation remplacée.',
    parts: 'Carte d’alimentation',
    cents: [8_900, 14_500],
  },
];
const PICTURE: readonly Mending[] = [
  {
    weight: 4,
    cause: 'charger',
    repair: 'replaced',
    minutes: [10, 25],
    note: 'Câble de l’image remplacé.',
    parts: 'Câble HDMI 10 m',
    cents: [1_900, 3_900],
  },
  { weight: 3, cause: 'screen', repair: 'adjusted', minutes: [10, 30], note: 'Source et mise au point réglées.' },
  { weight: 2, cause: 'screen', repair: 'cleaned', minutes: [15, 30], note: 'Filtre et optique nettoyés.' },
  {
    weight: 2,
    cause: 'screen',
    repair: 'replaced',
    minutes: [25, 60],
    note: 'Source lumineuse remplacée.',
    parts: 'Lampe',
    cents: [9_900, 14_900],
  },
];
const SERVICE: readonly Mending[] = [
  {
    weight: 5,
    cause: 'network',
    repair: 'remote',
    minutes: [10, 60],
    note: 'Boîtier de l’école redémarré à distance.',
  },
  { weight: 3, cause: 'network', repair: 'other', minutes: [15, 40], note: 'Panne de l’opérateur, rétablie par lui.' },
  { weight: 2, cause: 'use', repair: 'explained', minutes: [5, 15], note: 'Mot de passe renouvelé avec l’école.' },
];
const SMALL: readonly Mending[] = [
  { weight: 3, cause: 'use', repair: 'explained', minutes: [5, 15], note: 'Montré à l’enseignant.' },
  { weight: 3, cause: 'settings', repair: 'adjusted', minutes: [10, 20], note: 'Réglages remis en ordre.' },
  {
    weight: 2,
    cause: 'other',
    repair: 'replaced',
    minutes: [10, 15],
    note: 'Souris et clavier remplacés.',
    parts: 'Clavier et souris',
    cents: [1_900, 3_200],
  },
];

export const MENDINGS: Readonly<Record<Symptom, readonly Mending[]>> = {
  ...{ slow: SYSTEM, 'no-network': NETWORK, 'no-charge': POWER, 'no-power': POWER, 'black-screen': PICTURE },
  ...{ 'no-touch': PICTURE, 'no-sound': SMALL, keyboard: SMALL, 'no-light': SMALL, other: SMALL },
  ...{ outage: SERVICE, intermittent: SERVICE, 'no-access': SERVICE },
};

/** For whom a repair stands still, why, and for how many office days. */
export const WAITS: readonly (Weighed & { for: Wait; reason: string; days: readonly [least: number, most: number] })[] =
  [
    { weight: 5, for: 'part', reason: 'pièce commandée', days: [3, 12] },
    { weight: 3, for: 'school', reason: 'salle occupée, créneau demandé', days: [1, 5] },
    { weight: 2, for: 'commune', reason: 'prise à remettre en service', days: [4, 15] },
    { weight: 2, for: 'maker', reason: 'envoyé en garantie', days: [6, 18] },
  ];

/** How much is reported in each month, January first: little in summer, much at the rentrée. */
export const SEASONS = [11, 9, 11, 8, 10, 9, 2, 1, 17, 12, 11, 8] as const;

/** When a class notices: from, to, and how often. */
export const HOURS: readonly (Weighed & { from: string; minutes: number })[] = [
  { weight: 38, from: '08:25', minutes: 75 },
  { weight: 22, from: '10:20', minutes: 70 },
  { weight: 26, from: '13:35', minutes: 80 },
  { weight: 14, from: '15:30', minutes: 75 },
];

export const REOPENED = ['La panne est revenue.', 'Toujours pareil ce matin.', 'Cela recommence.'] as const;
export const CANCELLED = ['Réparé par l’école.', 'Signalé par erreur.', 'La salle a changé de matériel.'] as const;
export const DESCRIBED = [
  'Depuis ce matin, même après un redémarrage.',
  'Par moments seulement, surtout l’après-midi.',
  'C’est arrivé en pleine séance.',
  'Déjà vu avant les vacances.',
] as const;
