/** A clause begins a line of its own. */
const CLAUSE =
  /^(select|from|where|and|((inner|left|right|cross) )?join|group by|order by|limit|offset|union all|with)\b/i;
/** `distinct from`, `extract(year from …)`, and the second word of a join are no beginnings. */
const NOT_AFTER = /^(inner|left|right|cross|distinct|year|epoch)$/i;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * A statement as a person reads it: one clause a line, indented by its brackets, without what changes from run to run.
 * Text between quotes is left alone.
 */
export function readable(statement: string): string {
  const masked = statement.replace(UUID, '…').replace(/\s+/g, ' ').trim();
  const pieces = masked.match(/'[^']*'|"[^"]*"|\(|\)|[^'"()\s]+|\s/g) ?? [];
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let between = false;
  for (const [index, piece] of pieces.entries()) {
    // Up to two words tell a clause: `left join`, `order by`.
    const ahead = pieces.slice(index, index + 3).join('');
    const previous = pieces[index - 2] ?? '';
    const begins = CLAUSE.test(ahead) && !NOT_AFTER.test(previous) && !(between && /^and\b/i.test(ahead));
    if (begins && line.trim()) {
      lines.push(line);
      line = '  '.repeat(depth);
    }
    if (/^between$/i.test(piece)) between = true;
    if (/^and$/i.test(piece)) between = false;
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    line += piece;
  }
  return [...lines, line].map((text) => text.trimEnd()).join('\n');
}
