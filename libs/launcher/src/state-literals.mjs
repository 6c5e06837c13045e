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

/** By table, its domain, its states and the type that names them: `OrderState`, by the name of its file. */
export const TABLES = tables.map((table) => {
  const words = table.split('/').at(-1).split('-');
  const type = `${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}State`;
  return { domain: table.split('/')[0], type, names: namesIn(`${table}-states.ts`) };
});

/**
 * What a file calls the states of other things, by a field of that name: `state: 'kept' | 'open'` of a check. They are
 * words of their own in that folder, and the states of another domain's table that is spelled alike are not meant there.
 */
export function otherWords(text) {
  const unions = [...text.matchAll(/\bstate\??: *((?:'[a-z-]+' *\| *)+'[a-z-]+')/g)].map(([, union]) => union);
  return new Set(unions.flatMap((union) => [...union.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word)));
}

/** The states that a domain declares as kinds: a school's, « open » or « closed ». */
function kindsOfState(domain) {
  const texts = globSync(`libs/domain/src/${domain}/*-kinds.ts`, { cwd: repository }).map((file) =>
    readFileSync(join(repository, file), 'utf8'),
  );
  const rows = texts.flatMap((text) => [...text.matchAll(/^export const \w+_STATES = kindRows.*?^\}\);/gms)]);
  return rows.flatMap(([text]) => [...text.matchAll(/^ {2}'?([a-z-]+)'?: /gm)].map(([, word]) => word));
}

/** Below a root, each domain's folder with the states that are other words in it; its own table's are never. */
export function wordsByFolder(root, tablesOfMoves = TABLES) {
  const folders = new Map();
  for (const file of globSync(`${root}/*/**/*.ts`, { cwd: repository }).map((each) => each.replaceAll('\\', '/'))) {
    if (file.endsWith('.spec.ts')) continue;
    const domain = file.slice(root.length + 1).split('/')[0];
    const words = folders.get(domain) ?? new Set(kindsOfState(domain));
    for (const word of otherWords(readFileSync(join(repository, file), 'utf8'))) words.add(word);
    folders.set(domain, words);
  }
  const spared = ([domain, words]) => {
    const own = tablesOfMoves.filter((table) => table.domain === domain).flatMap(({ names }) => names);
    const others = tablesOfMoves.flatMap(({ names }) => names).filter((name) => !own.includes(name) && words.has(name));
    return { folder: `${root}/${domain}`, words: new Set(others) };
  };
  return [...folders].map(spared).filter(({ words }) => words.size > 0);
}

/** What holds a state, by its name; a school's is another vocabulary, of which « closed » is a word too. */
const named = '[name=/^(state|[a-z]+State)$/]';
const read = ':matches(MemberExpression[property.name=/^(state|[a-z]+State)$/]:not([object.name=/[sS]chool/])';
const holder = `${read}, Identifier${named})`;
const shown = `:matches(PropertyRead, SafePropertyRead)${named}`;

const instead =
  'A state stands in its row alone. Ask a named set (ORDERS_UNDER_WAY, CONVENTIONS_TO_CONCLUDE…), a column of the row, statesFrom(action) of the table, its initial state, or the object’s `possible`';
const inSql = `${instead}; in SQL, inStates(column, set).`;
const inCode = `${instead}.`;
const comparing = `(?:=|<>|!=|is(?: not)? distinct from|(?:not )?in *[(][^)]*?)`;

const told = (message) => (selector) => ({ selector, message });

/** A selector of literals that bear one of these names. */
const aState = (names) => `[value=/^(${names.join('|')})$/]`;

/** What is compared with a state of whatever table: the name of what holds it does not say which. */
const comparisons = (any) => [
  `BinaryExpression[operator=/^[!=]==?$/]:has(> ${holder}, > ChainExpression:has(> ${holder})) > Literal${any}`,
  `SwitchStatement:has(> ${holder}.discriminant) > SwitchCase > Literal${any}.test`,
  `CallExpression[callee.property.name='includes']:has(> ${holder}.arguments, > .arguments ${holder}) > MemberExpression > ArrayExpression > Literal${any}`,
  `LogicalExpression[operator='??'] > Literal${any}.right`,
];

const alone = (any) => [
  `CallExpression > ArrayExpression[elements.length=1].arguments > Literal${any}`,
  `:matches(Property, PropertyDefinition)[key.name=/^(state|[a-z]+State)$/] > Literal${any}.value`,
];

/** Two states of one table stand side by side; of two tables they are two words that happen to be spelled so. */
const lists = (one) => [
  `ArrayExpression:has(> Literal${one} ~ Literal${one})`,
  `TSUnionType:has(> TSLiteralType:has(> Literal${one}) ~ TSLiteralType:has(> Literal${one}))`,
];

const partialOf = (types) =>
  `TSTypeReference[typeName.name='Partial'] > TSTypeParameterInstantiation > TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > :first-child[typeName.name=/^(${types.join('|')})$/]`;

function partial(names) {
  const key = `:matches(Property[key.name=/^(${names.join('|')})$/], Property:has(> Literal${aState(names)}.key))`;
  return `VariableDeclarator:has(TSTypeReference[typeName.name='Record'][typeArguments.params.0.type='TSStringKeyword']) > ObjectExpression > ${key} ~ ${key}`;
}

/** In a statement `s` is the school, whose states are another vocabulary. */
function inStatement(names) {
  const sql = `/(?<!\\bs\\.)state *(?:${comparing} *|when )'(${names.join('|')})'/s`;
  return [`TemplateElement[value.raw=${sql}]`, `Literal[value=${sql}]`];
}

/** What tells a literal state of these tables, of which some are other words where it is asked. */
export function statesTold(tablesOfMoves = TABLES, otherWordsThere = new Set()) {
  const each = tablesOfMoves
    .map(({ names }) => names.filter((name) => !otherWordsThere.has(name)))
    .filter((names) => names.length > 0);
  const all = [...new Set(each.flat())];
  const any = aState(all);
  const total = 'A record of states is total, by its type: what is said of each state is asked for when one is added.';
  /** A story of the demonstration leads to states by name, and asks nothing of one by its name. */
  const inStories = [
    ...comparisons(any).map(told(inCode)),
    ...[partialOf(tablesOfMoves.map(({ type }) => type)), ...each.map(partial)].map(told(total)),
    ...inStatement(all).map(told(inSql)),
  ];
  const inTemplates = [
    `Binary:has(> ${shown}:not(:has(> PropertyRead[name=/[sS]chool/])), > Call:has(> ${shown})) > LiteralPrimitive${any}`,
    `LiteralArray > LiteralPrimitive${any}`,
  ];
  return {
    inStories,
    inCode: [...inStories, ...[...alone(any), ...each.map(aState).flatMap(lists)].map(told(inCode))],
    inTemplates: inTemplates.map(told(inCode)),
  };
}

const everywhere = statesTold();
export const STATES_IN_STORIES = everywhere.inStories;
export const STATES_IN_CODE = everywhere.inCode;
export const STATES_IN_TEMPLATES = everywhere.inTemplates;
