import {
  fleetHeadings,
  FleetPlaces,
  fleetWord,
  guessFleetColumns,
  ITEMS_SOLD,
  type FleetHeadings,
  type FleetKnowledge,
  type FleetMapping,
  type FleetState,
  type FleetTopic,
  type PlaceDecision,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODELS_SOLD } from '../../catalogue/item.sql.js';
import { roomOf, SCHOOLS_BY_NAME } from '../../directory/school.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import type { FleetDecisionRequest } from './fleet.dto.js';
import type { FleetImport } from './fleet-import.access.js';

interface Decided {
  topic: FleetTopic;
  word: string;
  modelId: string | null;
  state: FleetState | null;
  stockPlaceId: string | null;
  schoolId: string | null;
  roomId: string | null;
}

/** A room that was removed since is none. */
const DECIDED = `select w.topic, w.word, w.model_id as "modelId", w.state, w.stock_place_id as "stockPlaceId", w.school_id as "schoolId",
    case when not r.removed then r.id end as "roomId"
  from fleet_word w ${leftJoin(roomOf('w.room_id'))} where w.source = $1`;

/** What words mean to lists of one source: as somebody decided, else as the catalogue, the directory and the states say. */
export type FleetMeanings = Pick<FleetKnowledge, 'models' | 'states' | 'places'> & {
  decided: ReadonlyMap<string, Decided>;
};

export async function meaningsOf(
  manager: EntityManager,
  { source, kind, columns }: FleetImport,
): Promise<FleetMeanings> {
  const decided: Decided[] = await manager.query(DECIDED, [source]);
  const of = (topic: FleetTopic) => decided.filter((one) => one.topic === topic);
  const sold: { id: string; name: string; reference: string }[] = await manager.query(MODELS_SOLD, [ITEMS_SOLD]);
  const known = new Set(sold.map(({ id }) => id));
  const models: [string, { modelId: string } | { leftOut: true }][] = sold.flatMap(({ id, name, reference }) => [
    [fleetWord(reference), { modelId: id }],
    [fleetWord(name), { modelId: id }],
  ]);
  for (const { word, modelId } of of('model')) {
    if (modelId === null) models.push([word, { leftOut: true }]);
    // A model that was rejected since is asked anew.
    else if (known.has(modelId)) models.push([word, { modelId }]);
  }
  return {
    models: new Map(models),
    states: new Map(of('state').map(({ word, state }) => [word, state === null ? { leftOut: true } : { state }])),
    places: new FleetPlaces(
      await manager.query(SCHOOLS_BY_NAME),
      await manager.query('select id, name from stock_place order by id'),
      new Map(of('place').map((one) => [one.word, placeOf(one)])),
      // A program's own column says which of its users a device is of, not in which school it stands.
      kind === 'list' && columns.site !== undefined,
    ),
    decided: new Map(decided.map((one) => [`${one.topic} ${one.word}`, one])),
  };
}

function placeOf({ stockPlaceId, schoolId, roomId }: Decided): PlaceDecision {
  if (schoolId !== null) return { schoolId, roomId };
  return stockPlaceId === null ? { leftOut: true } : { stockPlaceId };
}

/** Where our words stand in a list: as lists of its source were mapped before, else by what its headings say. */
export async function rememberedFleetColumns(
  manager: EntityManager,
  source: string,
  header: readonly string[],
): Promise<FleetMapping> {
  const rows: { column: keyof FleetHeadings; heading: string }[] = await manager.query(
    'select column_name as column, heading from fleet_heading where source = $1',
    [source],
  );
  return guessFleetColumns(header, Object.fromEntries(rows.map(({ column, heading }) => [column, heading])));
}

/** Keeps how a list was mapped, for the next one of its source. */
export async function rememberFleetColumns(
  manager: EntityManager,
  { source, header }: FleetImport,
  columns: FleetMapping,
) {
  const headings = Object.entries(fleetHeadings(header, columns));
  await manager.query(
    `insert into fleet_heading (source, column_name, heading) select $1, c, h from unnest($2::text[], $3::text[]) t(c, h)
     on conflict (source, column_name) do update set heading = excluded.heading where fleet_heading.heading <> excluded.heading`,
    [source, headings.map(([column]) => column), headings.map(([, heading]) => heading)],
  );
}

/** Keeps what somebody decided about words, for this list and the next ones of its source. */
export async function rememberDecisions(
  manager: EntityManager,
  source: string,
  decisions: readonly FleetDecisionRequest[],
  by: { accountId: string; at: Date },
): Promise<void> {
  // Of two decisions about one word the last one stands.
  const last = new Map(decisions.map((one) => [`${one.topic} ${fleetWord(one.text)}`, one]));
  await manager.query(REMEMBER, [
    source,
    JSON.stringify([...last.values()].map((one) => ({ ...one, word: fleetWord(one.text) }))),
    ...[by.accountId, by.at],
  ]);
}

const REMEMBER = `insert into fleet_word (source, topic, word, model_id, state, stock_place_id, school_id, room_id, decided_by, decided_at)
  select $1, topic, word, "modelId", state, "stockPlaceId", "schoolId", "roomId", $3, $4
    from jsonb_to_recordset($2::jsonb) as t (topic text, word text, "modelId" uuid, state text, "stockPlaceId" uuid, "schoolId" uuid, "roomId" uuid)
  on conflict (source, topic, word) do update set model_id = excluded.model_id, state = excluded.state,
    stock_place_id = excluded.stock_place_id, school_id = excluded.school_id, room_id = excluded.room_id,
    decided_by = excluded.decided_by, decided_at = excluded.decided_at`;
