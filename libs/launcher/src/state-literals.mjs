import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');

/** Below libs/domain/src, `orders/order`: each domain that has a table of moves has its rows of states beside it. */
const tables = globSync('libs/domain/src/*/*-lifecycle.ts', { cwd: repository })
  .map((file) => file.replaceAll('\\', '/').replace('-lifecycle.ts', ''))
  .sort();

/** Where the rows of states stand, and the tables of moves that name them. */
export const STATE_ROWS = tables.flatMap((table) => [`${table}-states.ts`, `${table}-lifecycle.ts`]);

/** The names that the rows bear, read from them: a state that is added is looked for too. */
function namesIn(file) {
  const path = join(repository, file);
  if (!existsSync(path)) throw new Error(`${file} is missing: the rows of states stand beside the table of moves`);
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(/^ {2}'?([a-z-]+)'?: +row\(/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`${file} holds no row of a state that the rule can read`);
  return names;
}

const names = [...new Set(STATE_ROWS.filter((file) => file.endsWith('-states.ts')).flatMap(namesIn))].join('|');
/** `OrderState`, by the name of its file. */
const types = tables
  .map((table) =>
    table
      .split('/')
      .at(-1)
      .split('-')
      .map((word) => word[0].toUpperCase() + word.slice(1))
      .join(''),
  )
  .map((name) => `${name}State`)
  .join('|');
const aState = `[value=/^(${names})$/]`;
/** What holds a state, by its name; a school's is another vocabulary, of which « closed » is a word too. */
const named = '[name=/^(state|[a-z]+State)$/]';
const read = ':matches(MemberExpression[property.name=/^(state|[a-z]+State)$/]:not([object.name=/[sS]chool/])';
const holder = `${read}, Identifier${named})`;

const instead =
  'A state stands in its row alone. Ask a named set (ORDERS_UNDER_WAY, CONVENTIONS_TO_CONCLUDE…), a column of the row, statesFrom(action) of the table, its initial state, or the object’s `possible`';
const inSql = `${instead}; in SQL, inStates(column, set).`;
const inCode = `${instead}.`;
const comparing = `(?:=|<>|!=|is(?: not)? distinct from|(?:not )?in *[(][^)]*?)`;
const sql = `/state *(?:${comparing} *|when )'(${names})'/s`;

const comparisons = [
  `BinaryExpression[operator=/^[!=]==?$/]:has(> ${holder}, > ChainExpression:has(> ${holder})) > Literal${aState}`,
  `SwitchStatement:has(> ${holder}.discriminant) > SwitchCase > Literal${aState}.test`,
  `CallExpression[callee.property.name='includes']:has(> ${holder}.arguments, > .arguments ${holder}) > MemberExpression > ArrayExpression > Literal${aState}`,
  `LogicalExpression[operator='??'] > Literal${aState}.right`,
];
const lists = [
  `ArrayExpression:has(> Literal${aState} ~ Literal${aState})`,
  `CallExpression > ArrayExpression[elements.length=1].arguments > Literal${aState}`,
  `TSUnionType:has(> TSLiteralType:has(> Literal${aState}) ~ TSLiteralType:has(> Literal${aState}))`,
  `:matches(Property, PropertyDefinition)[key.name=/^(state|[a-z]+State)$/] > Literal${aState}.value`,
];
const partial = [
  `TSTypeReference[typeName.name='Partial'] > TSTypeParameterInstantiation > TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > :first-child[typeName.name=/^(${types})$/]`,
  `VariableDeclarator:has(TSTypeReference[typeName.name='Record'][typeArguments.params.0.type='TSStringKeyword']) > ObjectExpression > :matches(Property[key.name=/^(${names})$/], Property:has(> Literal${aState}.key)) ~ :matches(Property[key.name=/^(${names})$/], Property:has(> Literal${aState}.key))`,
];

const told = (message) => (selector) => ({ selector, message });

/** What a story of the demonstration may not do: it leads to states by name, and asks nothing of one by its name. */
export const STATES_IN_STORIES = [
  ...comparisons.map(told(inCode)),
  ...partial.map(
    told('A record of states is total, by its type: what is said of each state is asked for when one is added.'),
  ),
  ...[`TemplateElement[value.raw=${sql}]`, `Literal[value=${sql}]`].map(told(inSql)),
];

export const STATES_IN_CODE = [...STATES_IN_STORIES, ...lists.map(told(inCode))];

const shown = `:matches(PropertyRead, SafePropertyRead)${named}`;
export const STATES_IN_TEMPLATES = [
  `Binary:has(> ${shown}:not(:has(> PropertyRead[name=/[sS]chool/])), > Call:has(> ${shown})) > LiteralPrimitive${aState}`,
  `LiteralArray > LiteralPrimitive${aState}`,
].map(told(inCode));
