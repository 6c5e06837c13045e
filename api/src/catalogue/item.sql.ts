import { byId, type Joined } from '../platform/database/joins.sql.js';

/** The item of a line, as `i`: name, state, investment, on_quote, contract_id, training_module. */
export const itemOf = (id: string, alias = 'i'): Joined => byId('catalogue_item', alias, id);

/** Items that call for a training, by id. */
export const ITEMS_WITH_TRAINING = 'select i.id from catalogue_item i where i.training_module is not null';

/** Models that ask for the training that an item asks for: the item itself, or those that its work puts in place. @param item an alias */
export const MODELS_ASKING_AS = (item: string) =>
  `select y.id from catalogue_item y where y.kind = 'model' and (y.id = ${item}.id or ${item}.kind <> 'model' and y.training_module = ${item}.training_module)`;

/** What a search of items looks at, indexed. */
export const ITEM_TEXT = `i.name || ' ' || i.reference || ' ' || i.description`;

/** Items of a category, by id. */
export const MODELS_OF_CATEGORY = (category: string) =>
  `select k.id from catalogue_item k where k.category = ${category}`;

/** Those of the ids `$1` that are models. */
export const MODELS_AMONG = `select i.id from catalogue_item i where i.kind = 'model' and i.id = any($1)`;

/** Models that were validated once (`$1`, states), with what a supplier may call them. */
export const MODELS_SOLD = `select i.id, i.name, i.reference from catalogue_item i where i.kind = 'model' and i.state = any($1)`;

/** Those of the ids `$1` that are software, or a service that puts some in place. */
export const SOFTWARE_AMONG = `select i.id, i.name, i.maker, i.kind = 'service' as service from catalogue_item i
  where i.id = any($1) and (i.kind = 'software' or (i.kind = 'service' and i.category = 'software'))`;

/** The model $1 of the catalogue. */
export const MODEL_ITEM = `select from catalogue_item where id = $1 and kind = 'model'`;

const MODELS_TAUGHT = `from catalogue_item i where i.kind = 'model' and i.training_module is not null`;
/** Of the models $1, those that call for a training. */
export const MODELS_TAUGHT_AMONG = `select i.id ${MODELS_TAUGHT} and i.id = any($1)`;
/** Every model that calls for a training, by name. */
export const MODELS_TAUGHT_BY_NAME = `select i.id, i.name, i.reference ${MODELS_TAUGHT} order by i.name, i.reference`;
