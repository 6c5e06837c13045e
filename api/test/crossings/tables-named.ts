import ts from 'typescript';

/** A table that a source file names, and where. */
export interface Naming {
  table: string;
  /** From 1. */
  line: number;
}

/** Where a statement names a table: after one of these words, or in the list that one began. */
const AFTER_WORD = /\b(?:from|join|into|update|table|using)\s+(?:only\s+)?"?(\w+)"?/gi;
const IN_LIST = /\b(?:from|using)\s+\w+(?:\s+(?:as\s+)?\w+)?((?:\s*,\s*\w+(?:\s+(?:as\s+)?\w+)?)+)/gi;

/** A text of one word is a table's name where it is given to a query builder, or stands where tables are listed. */
const BUILDING =
  /^(?:from|into|update|delete|insert|select|join|leftJoin|innerJoin|createQueryBuilder|getRepository|Entity)/;

/**
 * The tables among `tables` that the strings of a TypeScript source name as tables: in a statement, part of one or not, or
 * as an argument of a query builder. A word that only happens to be a table's (a kind of convention, a field) is none; a
 * name of several words (`order_line`) is a table's wherever it stands alone.
 */
export function tablesNamed(source: string, tables: ReadonlySet<string>): Naming[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: Naming[] = [];
  const name = (node: ts.Node, table: string) => {
    if (!tables.has(table)) return;
    found.push({ table, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      for (const table of tablesOfText(node.text)) name(node, table);
      if (/^\w+$/.test(node.text) && ((node.text.includes('_') && !namesColumn(node)) || standsForTable(node)))
        name(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function tablesOfText(text: string): string[] {
  const after = [...text.matchAll(AFTER_WORD)].map((match) => match[1]!);
  const listed = [...text.matchAll(IN_LIST)].flatMap((match) =>
    match[1]!.split(',').map((each) => each.trim().split(/\s+/)[0]!),
  );
  return [...after, ...listed];
}

/** `@Column({ name: 'school_uai' })`: a column may be called as a table is. */
function namesColumn({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'name';
}

/** `.from('school', 's')`, `['school', 's'] as Rows`, `byId('school', …)`, `{ table: 'school' }`. */
function standsForTable(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const called = ts.isPropertyAccessExpression(parent.expression)
      ? parent.expression.name.text
      : parent.expression.getText();
    return parent.arguments[0] === node && (BUILDING.test(called) || called === 'byId');
  }
  if (ts.isPropertyAssignment(parent)) return /table/i.test(parent.name.getText());
  if (ts.isVariableDeclaration(parent)) return /table/i.test(parent.name.getText());
  return ts.isArrayLiteralExpression(parent) && parent.elements[0] === node && typedAsRows(parent);
}

function typedAsRows(list: ts.ArrayLiteralExpression): boolean {
  for (let node: ts.Node = list; !ts.isSourceFile(node); node = node.parent) {
    const type = (node as Partial<ts.VariableDeclaration>).type?.getText();
    if (type) return /\b(Rows|Joined)\b/.test(type);
    if (ts.isStatement(node)) return false;
  }
  return false;
}
