/** Reads a table as a person writes it: a row a line, cells between bars, the first line names the columns. */
export function textTable(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => {
    if (cells.length !== head!.length)
      throw new Error(`a row of ${cells.length} cells, not ${head!.length}: ${cells.join(' | ')}`);
    return Object.fromEntries(head!.map((name, index) => [name, cells[index]!]));
  });
}

/** The words of a cell. */
export const words = (cell: string): string[] => cell.split(' ').filter((word) => word !== '');
