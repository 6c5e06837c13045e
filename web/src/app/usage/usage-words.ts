import type { UsageBatchRow, UsageCoverage } from '@parc/api-client';
import { USAGE_FILE_REFUSALS, USAGE_OUTCOMES } from '@parc/domain';
import { type ChipWords, counted, french, shortDay, wholeNumber } from '@parc/ui';

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre'],
  'décembre',
];

/** "97 %": whole percents, never 100 where something is missing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = part === whole ? 100 : Math.min(99, Math.round((part * 100) / whole));
  return french(`${percent} %`);
}

/** What the page answers: how much of the fleet is measured, and for which week. */
export function coverageTitle({ week, devices, measured }: UsageCoverage): string {
  if (week === null || devices === 0) return 'Aucun usage n’est encore mesuré';
  return french(`${share(measured, devices)} du parc est mesuré pour la semaine du ${shortDay(week)}`);
}

export function coverageUnder({ week, devices, measured, seen }: UsageCoverage): string {
  if (week === null) return 'Déclarez une source, puis déposez un premier fichier.';
  const known = `${counted(measured, 'appareil')} sur ${wholeNumber(devices)}`;
  const met = seen === 0 ? '' : `, ${wholeNumber(seen)} vus sans que l’usage soit connu`;
  return french(`${known}${met} · les chiffres du comité datent de cette semaine`);
}

/** What the grid shows, as a sentence: what is missing, of whom. */
export function gridTitle({ sources }: UsageCoverage): string {
  const of = (cell: string) => sources.reduce((sum, { cells }) => sum + cells.filter((one) => one === cell).length, 0);
  const [missing, refused] = [of('missing'), of('refused')];
  if (missing + refused === 0) return 'Toutes les semaines de classe sont arrivées';
  const said = [
    missing === 0 ? '' : `${counted(missing, 'semaine')} ${missing < 2 ? 'manque' : 'manquent'}`,
    refused === 0 ? '' : `${counted(refused, 'semaine')} ${refused < 2 ? 'a été refusée' : 'ont été refusées'}`,
  ].filter(Boolean);
  return said.join(', ');
}

/** Consecutive weeks of one month: how many columns each takes. */
export function monthsOf(weeks: readonly string[]): { name: string; weeks: number }[] {
  const months: { name: string; weeks: number }[] = [];
  for (const week of weeks) {
    const name = MONTHS[Number(week.slice(5, 7)) - 1]!;
    const last = months.at(-1);
    if (last?.name === name) last.weeks += 1;
    else months.push({ name, weeks: 1 });
  }
  return months;
}

/** How a file stands, as its chip says. */
export function arrivalChip({ outcome, refused, receivedBefore }: UsageBatchRow): ChipWords {
  if (receivedBefore) return { word: 'Déjà reçu', tone: 'idle', icon: 'document' };
  if (outcome === 'taken' && refused > 0)
    return { word: `${wholeNumber(refused)} à voir`, tone: 'waiting', icon: 'warning' };
  return USAGE_OUTCOMES[outcome];
}

/** "16 nov.", or both ends. */
export function weeksWords({ firstWeek, lastWeek }: UsageBatchRow): string {
  if (firstWeek === null || lastWeek === null) return '–';
  return firstWeek === lastWeek ? shortDay(firstWeek) : `${shortDay(firstWeek)} au ${shortDay(lastWeek)}`;
}

/** The answer of one file's page. */
export function arrivalTitle(batch: UsageBatchRow): string {
  const { outcome, refusal, lines, refused, receivedBefore, sourceName } = batch;
  if (refusal !== null) return `Refusé en entier : ${USAGE_FILE_REFUSALS[refusal].word.toLowerCase()}`;
  if (receivedBefore) return 'Ce fichier était déjà reçu : rien n’a changé';
  if (outcome === 'waiting')
    return `${counted(refused, 'ligne refusée', 'lignes refusées')} sur ${wholeNumber(lines)} : à vous de décider`;
  if (outcome === 'declined') return 'Ce fichier a été écarté : rien n’a changé';
  const taken = counted(lines - refused, 'ligne prise', 'lignes prises');
  return refused === 0 ? `${sourceName} : ${taken}` : `${sourceName} : ${taken}, ${counted(refused, 'refusée')}`;
}
