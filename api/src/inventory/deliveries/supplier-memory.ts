import { deliveryHeadings, guessDeliveryColumns, ITEMS_SOLD, supplierWord, type DeliveryHeadings } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODELS_SOLD } from '../../catalogue/item.sql.js';
import type { DeliveryList } from './delivery.access.js';

interface SoldModel {
  id: string;
  name: string;
  reference: string;
}

export const modelsSold = (manager: EntityManager): Promise<SoldModel[]> => manager.query(MODELS_SOLD, [ITEMS_SOLD]);

/** Where our words stand in a list, as its supplier's were mapped before, else by what its headings say. */
export async function rememberedColumns(manager: EntityManager, holderId: string, header: readonly string[]) {
  const rows: { column: keyof DeliveryHeadings; heading: string }[] = await manager.query(
    'select column_name as column, heading from supplier_heading where holder_id = $1',
    [holderId],
  );
  return guessDeliveryColumns(header, Object.fromEntries(rows.map(({ column, heading }) => [column, heading])));
}

/** What the supplier's words of models meant before, and those that are a model's own name or reference. */
export async function rememberedModels(manager: EntityManager, holderId: string): Promise<Record<string, string>> {
  const models = await modelsSold(manager);
  const sold = new Set(models.map(({ id }) => id));
  const rows: { word: string; modelId: string }[] = await manager.query(
    'select word, model_id as "modelId" from supplier_model where holder_id = $1',
    [holderId],
  );
  return Object.fromEntries([
    ...models.flatMap(({ id, name, reference }) => [
      [supplierWord(name), id],
      [supplierWord(reference), id],
    ]),
    ...rows.filter(({ modelId }) => sold.has(modelId)).map(({ word, modelId }) => [word, modelId]),
  ]) as Record<string, string>;
}

/** Keeps how a list was understood, for this supplier's next one. A word that is none is of this list alone. */
export async function remember(manager: EntityManager, holderId: string, list: DeliveryList, words: Set<string>) {
  const headings = Object.entries(deliveryHeadings(list.header, list.columns));
  await manager.query(
    `insert into supplier_heading (holder_id, column_name, heading) select $1, c, h from unnest($2::text[], $3::text[]) t(c, h)
     on conflict (holder_id, column_name) do update set heading = excluded.heading
       where supplier_heading.heading <> excluded.heading`,
    [holderId, headings.map(([column]) => column), headings.map(([, heading]) => heading)],
  );
  const models = Object.entries(list.models).filter(([word]) => word !== '' && words.has(word));
  await manager.query(
    `insert into supplier_model (holder_id, word, model_id) select $1, w, m from unnest($2::text[], $3::uuid[]) t(w, m)
     on conflict (holder_id, word) do update set model_id = excluded.model_id
       where supplier_model.model_id <> excluded.model_id`,
    [holderId, models.map(([word]) => word), models.map(([, modelId]) => modelId)],
  );
}
