/** A LIKE pattern that finds what a person typed anywhere in a text; what LIKE reads as a sign stands for itself. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Is the search, a placeholder of its pattern, in the text? Without regard to accents or capitals. */
export const found = (text: string, pattern: string) => `plain_text(${text}) like plain_text(${pattern})`;
