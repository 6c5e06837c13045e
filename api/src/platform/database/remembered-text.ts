import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { LIMITS } from '../limits.js';

interface Text {
  sql: string;
  /** Whose values stand at `$1`, `$2`…, in their order. */
  names: readonly string[];
}

const remembered = new Map<string, Text>();

/**
 * `getQueryAndParameters`, its text built once for each shape of a query: at each build TypeORM walks the entities' columns and
 * looks for their names in the whole text, a tenth of a list's time and a quarter of what it leaves to be collected. The shape
 * is all that the text is made from, the values of parameters left out; what cannot be told as a shape is built each time.
 */
export function textAndValues(query: SelectQueryBuilder<ObjectLiteral>): [sql: string, values: unknown[]] {
  const given = query.getParameters();
  const shape = shapeOf(query, given);
  if (shape === null) return query.getQueryAndParameters() as [string, unknown[]];
  const text = remembered.get(shape) ?? remember(shape, built(query, given));
  if (text === null) return query.getQueryAndParameters() as [string, unknown[]];
  return [text.sql, text.names.map((name) => given[name])];
}

/** A list of values has as many places in the text as it has values. */
const OF_ITS_VALUES = ':...';

function built(query: SelectQueryBuilder<ObjectLiteral>, given: ObjectLiteral): Text | null {
  const text = query.getQuery();
  if (text.includes(OF_ITS_VALUES)) return null;
  // Conditions told as objects are given their parameters while they are built.
  if (Object.keys(query.getParameters()).length !== Object.keys(given).length) return null;
  // Each parameter's value is its own name: what comes back is their order.
  const named = Object.fromEntries(Object.keys(given).map((name) => [name, name]));
  const [sql, names] = query.connection.driver.escapeQueryWithParameters(text, named);
  return { sql, names: names as string[] };
}

function remember(shape: string, text: Text | null): Text | null {
  if (text === null) return null;
  if (remembered.size >= LIMITS.prepared.statements) remembered.clear();
  remembered.set(shape, text);
  return text;
}

/** All that TypeORM makes the text from, written down; null where one query stands in another, which cannot be. */
function shapeOf({ expressionMap }: SelectQueryBuilder<ObjectLiteral>, given: ObjectLiteral): string | null {
  // By its own fields, not by a list of ours: one that a newer TypeORM adds is part of the shape.
  const {
    dataSource: _dataSource,
    parameters: _values,
    mainAlias,
    aliases,
    joinAttributes,
    ...rest
  } = expressionMap as unknown as Fields;
  const shape = {
    ...rest,
    main: mainAlias?.name,
    aliases: aliases.map((alias) => [
      alias.type,
      alias.name,
      alias.tablePath,
      alias.subQuery,
      alias._metadata?.tablePath,
    ]),
    joins: joinAttributes.map((join) => [join.direction, join.alias.name, join.condition, join.mapToProperty]),
    parameters: Object.keys(given),
  };
  try {
    return JSON.stringify(shape);
  } catch {
    return null;
  }
}

type Fields = Omit<SelectQueryBuilder<ObjectLiteral>['expressionMap'], 'aliases' | 'mainAlias' | 'joinAttributes'> & {
  dataSource: unknown;
  mainAlias?: AliasFields;
  aliases: AliasFields[];
  joinAttributes: { direction: string; alias: AliasFields; condition?: string; mapToProperty?: string }[];
};

interface AliasFields {
  type: string;
  name: string;
  tablePath?: string;
  subQuery?: string;
  _metadata?: { tablePath: string };
}
