import { EQUIPMENT_STATES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf } from '../../directory/school.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { LIMITS } from '../../platform/limits.js';
import { stockPlaceOf } from '../equipment.sql.js';
import type { FleetMeaning, FleetWord } from './fleet.answers.js';
import type { FleetMeanings } from './fleet-memory.js';
import type { FleetHeard } from './fleet-tally.js';

const LABELS = `select t.key, coalesce(i.name, p.name, concat_ws(', ', s.name, m.name, r.name)) as label
  from jsonb_to_recordset($1::jsonb) as t (key text, "modelId" uuid, "stockPlaceId" uuid, "schoolId" uuid, "roomId" uuid)
  ${leftJoin(itemOf('t."modelId"'))} ${leftJoin(stockPlaceOf('t."stockPlaceId"'))} ${leftJoin(schoolOf('t."schoolId"'))}
  ${leftJoin(communeOf())} ${leftJoin(roomOf('t."roomId"'))}`;

/** The words that somebody has to decide, or decided: the first that the screen shows, and how many there are. */
export async function wordsToShow(
  manager: EntityManager,
  heard: ReadonlyMap<string, FleetHeard>,
  { decided }: Pick<FleetMeanings, 'decided'>,
): Promise<{ undecided: number; recognised: number; words: FleetWord[] }> {
  const all = [...heard].map(([key, word]) => ({ key, word, meaning: decided.get(key) ?? null }));
  const undecided = all.filter(({ word }) => !word.understood);
  const told = all.filter(({ word, meaning }) => word.understood && meaning !== null);
  const byRows = (one: { word: FleetHeard }, other: { word: FleetHeard }) => other.word.rows - one.word.rows;
  const shown = [...undecided.sort(byRows), ...told.sort(byRows)].slice(0, LIMITS.fleetList.shownWords);
  const named = shown.flatMap(({ key, word, meaning }) => (word.understood && meaning ? [{ key, ...meaning }] : []));
  const labels: { key: string; label: string }[] = await manager.query(LABELS, [JSON.stringify(named)]);
  const labelOf = new Map(labels.map(({ key, label }) => [key, label]));
  const meaningOf = (key: string): FleetMeaning | null => {
    const meaning = decided.get(key);
    if (!meaning) return null;
    const { modelId, state, stockPlaceId, schoolId } = meaning;
    const label = state === null ? labelOf.get(key) || 'Laissé de côté' : EQUIPMENT_STATES[state].word;
    return { label, modelId, state, stockPlaceId, schoolId };
  };
  return {
    undecided: undecided.length,
    recognised: all.length - undecided.length - told.length,
    words: shown.map(({ key, word: { topic, text, rows, understood } }) => ({
      ...{ topic, text, rows },
      meaning: understood ? meaningOf(key) : null,
    })),
  };
}
