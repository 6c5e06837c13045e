import type { CheckListItem, PlanListItem, PlanProgress } from '@parc/api-client';
import { CHECK_STATES, EQUIPMENT_FAMILIES, type Weekday } from '@parc/domain';
import { type ChipWords, counted, dayOfYear, wholeNumber } from '@parc/ui';

export const WEEKDAY_WORDS: Readonly<Partial<Record<Weekday, string>>> = {
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
};

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
  ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
];
export const MONTH_CHOICES = MONTHS.map((label, index) => ({ value: String(index + 1), label }));

type Ruled = Pick<PlanListItem, 'rule' | 'weekday' | 'everyMonths' | 'month' | 'dayOfMonth' | 'onDay'>;

/** "Premier lundi de chaque période", "Tous les 12 mois en service", "Le 1er septembre", "Campagne, jusqu’au 30 nov. 2026". */
export function ruleWords({ rule, weekday, everyMonths, month, dayOfMonth, onDay }: Ruled): string {
  switch (rule) {
    case 'term':
      return `Premier ${WEEKDAY_WORDS[weekday!]} de chaque période`;
    case 'in-service':
      return everyMonths === 1 ? 'Tous les mois en service' : `Tous les ${everyMonths} mois en service`;
    case 'yearly':
      return `Chaque ${dayOfMonth === 1 ? '1er' : dayOfMonth} ${MONTHS[month! - 1]}`;
    case 'once':
      return `Campagne, jusqu’au ${dayOfYear(onDay!)}`;
  }
}

/** "Tablette EduTab 10, toutes les écoles" */
export function aboutWords({ modelName, family, placeName }: Pick<PlanListItem, 'modelName' | 'family' | 'placeName'>) {
  const devices = modelName ?? `Famille « ${EQUIPMENT_FAMILIES[family!].word} »`;
  return `${devices}, ${placeName ?? 'toutes les écoles'}`;
}

type Counts = Pick<PlanListItem, 'checks' | 'open' | 'late' | 'done'>;

/** "12 contrôles à faire, 3 en retard", "Tout est fait", "Aucun contrôle cette année". */
export function leftWords({ checks, open, late }: Counts): string {
  if (checks === 0) return 'Aucun contrôle depuis la rentrée';
  if (open === 0) return 'Rien à faire';
  const left = `${counted(open, 'contrôle')} à faire`;
  return late === 0 ? left : `${left}, ${late} en retard`;
}

/** What is over, whatever became of it, in hundredths. */
export const partDone = ({ checks, open }: Pick<Counts, 'checks' | 'open'>): number =>
  checks === 0 ? 0 : Math.floor(((checks - open) * 100) / checks);

/** "58 appareils contrôlés sur 120 : 3 à surveiller, 1 en panne, 2 introuvables" */
export function foundWords({ devices, checked, watch, broken, notFound }: PlanProgress): string {
  const found = foundCounts({ watch, broken, notFound });
  const base = `${counted(checked, 'appareil contrôlé', 'appareils contrôlés')} sur ${wholeNumber(devices)}`;
  return found === '' ? base : `${base} : ${found}`;
}

/** "3 à surveiller, 1 en panne"; empty where all is well. */
export function foundCounts({ watch, broken, notFound }: Pick<CheckListItem, 'watch' | 'broken' | 'notFound'>): string {
  const parts = [
    watch === 0 ? null : `${watch} à surveiller`,
    broken === 0 ? null : `${broken} en panne`,
    notFound === 0 ? null : counted(notFound, 'introuvable'),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** "Vidéoprojecteurs, partie 2": a school of many devices is checked in parts. */
export const checkName = ({ planName, part }: Pick<CheckListItem, 'planName' | 'part'>): string =>
  part === 1 ? planName : `${planName}, partie ${part}`;

/** The state; open past its day is late, which is no state. */
export function checkState({ state, late }: Pick<CheckListItem, 'state' | 'late'>): ChipWords {
  return late ? { word: 'En retard', tone: 'trouble', icon: 'warning' } : CHECK_STATES[state];
}

/** The views of the list of checks, by their word in the address. */
export const CHECK_VIEWS = ['a-faire', 'en-retard', 'a-moi', 'tous'] as const;
export const checksViewed = (view: (typeof CHECK_VIEWS)[number]) => ({ vue: view });

/** The answer of a list: "12 contrôles à faire", "Aucun contrôle en retard". */
export function listTitle(view: string, total: number): string {
  if (view === 'en-retard') return total === 0 ? 'Aucun contrôle en retard' : `${counted(total, 'contrôle')} en retard`;
  if (view === 'a-moi') return total === 0 ? 'Aucun contrôle à vous' : `${counted(total, 'contrôle')} à vous`;
  if (view === 'tous') return total === 0 ? 'Aucun contrôle' : counted(total, 'contrôle');
  return total === 0 ? 'Aucun contrôle à faire' : `${counted(total, 'contrôle')} à faire`;
}
