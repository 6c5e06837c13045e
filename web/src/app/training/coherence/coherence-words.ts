import type { CoherenceModel, CoherenceSession, SchoolCoherence } from '@parc/api-client';
import { addCalendarDays, COHERENCES, parisDateOf, placeSaid, type Coherence } from '@parc/domain';
import {
  type ChipWords,
  counted,
  countedRows,
  day,
  dayOfYear,
  duration,
  type IconName,
  shortDay,
  time,
} from '@parc/ui';
import type { LinkLine } from '../../shell/homes/link-lines';

const ICONS: Record<Coherence, IconName> = { free: 'check', waits: 'graduation', ready: 'check', flagged: 'people' };

export const coherenceChip = (coherence: Coherence): ChipWords => ({
  ...COHERENCES[coherence],
  icon: ICONS[coherence],
});

const sum = (models: readonly CoherenceModel[], of: (model: CoherenceModel) => number): number =>
  models.reduce((total, model) => total + of(model), 0);

/** The answer that the page gives first. */
export function coherenceTitle(models: readonly CoherenceModel[]): string {
  const waiting = models.filter(({ coherence }) => coherence === 'waits');
  const devices = sum(waiting, (model) => model.waiting);
  if (waiting.length === 1) return `${waitingWords(waiting[0]!)} qu’un enseignant soit formé`;
  if (devices > 0) return `${counted(devices, 'appareil attend', 'appareils attendent')} qu’un enseignant soit formé`;
  if (models.some(({ coherence }) => coherence === 'flagged'))
    return 'Du matériel sert sans que personne n’y soit formé';
  return models.length === 0
    ? 'Aucun équipement ne demande de formation'
    : 'Tout le matériel sert, des enseignants y sont formés';
}

const waitingWords = ({ waiting, modelName }: CoherenceModel): string =>
  waiting === 1 ? `1 appareil « ${modelName} » attend` : `${counted(waiting, 'appareil')} « ${modelName} » attendent`;

/** "École des Tilleuls, 12 enseignants, 26 appareils demandent une formation" */
export function coherenceAbout({ schoolName, teachers, models }: SchoolCoherence): string {
  const devices = sum(models, (model) => model.waiting + model.serving);
  const asked = counted(devices, 'appareil demande une formation', 'appareils demandent une formation');
  return `${schoolName} · ${counted(teachers, 'enseignant')} · ${asked}`;
}

/** "16 appareils" of the model: those that wait, where some do. */
export const devicesWords = ({ waiting, serving, coherence }: CoherenceModel): string =>
  counted(coherence === 'waits' ? waiting : waiting + serving, 'appareil');

/** What a school's first page tells: models that wait for somebody to be trained, or serve without. */
export const watchedModels = (models: readonly CoherenceModel[]): readonly CoherenceModel[] =>
  models.filter(({ coherence }) => coherence === 'waits' || coherence === 'flagged');

/** Such a model as a line: "16 appareils, 3 sessions ont de la place". */
export const watchedLine = (model: CoherenceModel): LinkLine => ({
  ...{ address: '/ecole/materiel', title: model.modelName },
  detail: `${devicesWords(model)}, ${model.coherence === 'waits' ? openedBy(model.sessions.length) : 'plus personne de formé'}`,
});

const openedBy = (sessions: number): string =>
  sessions === 0 ? 'pas encore de session' : counted(sessions, 'session a de la place', 'sessions ont de la place');

/** "armoire du couloir, salle 3, depuis le mar. 3 nov." */
export function standingWords({ rooms, since }: Pick<CoherenceModel, 'rooms' | 'since'>): string {
  const where = rooms.length > 4 ? counted(rooms.length, 'salle') : rooms.join(', ');
  return [where, `depuis le ${shortDay(since)}`].filter(Boolean).join(', ');
}

/** Who knows it, in one line, and a second one that explains it. */
export function trainedWords(model: CoherenceModel, minTeachers: number): readonly [string, string] {
  const { trainedHere, lastTrainedAt, lastLeftOn, coherence } = model;
  if (coherence === 'flagged')
    return [
      'plus personne de formé',
      lastLeftOn === null ? 'rien n’est arrêté' : `parti le ${shortDay(lastLeftOn)} ; rien n’est arrêté`,
    ];
  const who = trainedHere === 0 ? 'personne' : counted(trainedHere, 'formé');
  const last = lastTrainedAt === null || trainedHere === 0 ? '' : `le dernier le ${shortDay(lastTrainedAt)}`;
  return [`${who}, il en faut ${minTeachers}`, last];
}

/** "mer. 2 déc. à 14 h, 2 h" */
export const sessionWhen = ({ startsAt, endsAt }: CoherenceSession): string =>
  `${day(startsAt)} à ${time(startsAt)}, ${duration(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000))}`;

export function sessionWhere(session: CoherenceSession): string {
  const { communeName, placesLeft } = session;
  const place = placeSaid(session);
  const town = communeName === null || place.includes(communeName) ? '' : `, ${communeName}`;
  return `${place}${town} · ${countedRows(placesLeft, 'place', 'places')}`;
}

/** "Si quelqu’un y va le 2 déc., cela sert dès le 3": what opens, the day after the first session. */
export function promiseWords({ sessions, coherence }: CoherenceModel): string {
  const [first] = sessions;
  if (first === undefined || coherence !== 'waits') return '';
  const next = addCalendarDays(parisDateOf(new Date(first.endsAt)), 1);
  return `Si quelqu’un y va le ${shortDay(first.startsAt)}, le matériel sert dès le ${day(next)}`;
}

/** "École élémentaire des Tilleuls : Tablette 10 pouces": a row by its name. */
export const rowName = ({ schoolName, modelName }: { schoolName: string; modelName: string }): string =>
  `${schoolName}, ${modelName}`;

/** Where the rule comes from: "Délibération du …, depuis le 1 janv. 2023". */
export const ruleWords = (rule: SchoolCoherence['rule']): string =>
  rule === null ? 'Règle par défaut du plan.' : `${rule.source}, en vigueur depuis le ${dayOfYear(rule.from)}.`;
