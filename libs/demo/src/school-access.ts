import type { DayHours, OpeningHours } from '@parc/domain';
import type { Random } from './random.js';
import type { SchoolRow } from './rows.js';

const NO_CLASS: DayHours = { morning: null, afternoon: null };

/** Weeks of 24 hours that schools of the Loire keep: four days, or four days and a half. */
const WEEKS: readonly {
  weight: number;
  morning: [string, string];
  afternoon: [string, string];
  wednesday: DayHours;
}[] = [
  { weight: 62, morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'], wednesday: NO_CLASS },
  { weight: 18, morning: ['08:20', '11:45'], afternoon: ['13:40', '16:15'], wednesday: NO_CLASS },
  { weight: 10, morning: ['08:45', '12:00'], afternoon: ['13:45', '16:30'], wednesday: NO_CLASS },
  {
    weight: 10,
    morning: ['08:30', '11:30'],
    afternoon: ['13:30', '15:45'],
    wednesday: { morning: ['08:30', '11:30'], afternoon: null },
  },
];

export function drawOpeningHours(random: Random): OpeningHours {
  const { morning, afternoon, wednesday } = random.pickWeighted(WEEKS, (week) => week.weight);
  const day = { morning, afternoon };
  return { mon: day, tue: day, wed: wednesday, thu: day, fri: day };
}

const KEY_HOLDERS = [
  'Gardienne, loge à droite du portail',
  'Agent d’entretien, de 6 h à 9 h et de 16 h 30 à 19 h',
  'Direction, clé à la mairie en son absence',
  'Services techniques de la commune, la veille',
  'Secrétariat de la mairie',
];

const ALARMS = [
  'Boîtier dans le hall, code demandé à la direction',
  'Pas d’alarme',
  'Alarme coupée par l’agent d’entretien jusqu’à 19 h',
  'Badge remis par les services techniques',
];

const NOTES = [
  'Entrée de service par la cour arrière',
  'Se garer rue haute, la cour est fermée aux voitures',
  'Ascenseur en panne une semaine sur trois, prévoir l’escalier',
  'Préfabriqué du fond, la clé est différente',
  'Portail étroit, pas de fourgon',
];

/** The access card of a site. */
export function drawAccess(
  random: Random,
): Pick<SchoolRow, 'key_holder' | 'alarm' | 'presence_needed' | 'access_note'> {
  return {
    key_holder: random.chance(0.9) ? random.pick(KEY_HOLDERS) : null,
    alarm: random.chance(0.8) ? random.pick(ALARMS) : null,
    presence_needed: random.chance(0.25),
    access_note: random.chance(0.3) ? random.pick(NOTES) : null,
  };
}
