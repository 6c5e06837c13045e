/** A change of a file by which no specification can tell the difference, because there is none: said with its reason. */
interface Equivalent {
  /** below libs/domain/src */
  file: string;
  /** the line as it stands, without its indentation */
  line: string;
  /** what stands instead */
  replacement: string;
  reason: string;
}

/** Rules are judged, words are not. A file here gives up its strings only: what decides in it is judged all the same. */
const WORDS = [
  { files: /-words\.ts$|^words\//, reason: 'sentences and labels in French, read by people' },
  { files: /-refusals\.ts$/, reason: 'registers of refusals: a code beside its sentence' },
];

/** Said to who writes the code, when a table contradicts itself: that it is refused is judged, not how. */
const SAID_TO_DEVELOPERS = /new (?:Range|Type|Syntax)?Error\(/;

export const EQUIVALENTS: readonly Equivalent[] = [];

export interface Place {
  file: string;
  line: string;
  replacement: string;
  mutator: string;
}

/** Whether a mutant asks about a rule. */
export function isJudged({ file, line, replacement, mutator }: Place): boolean {
  const isString = mutator === 'StringLiteral';
  if (isString && WORDS.some(({ files }) => files.test(file))) return false;
  if (isString && SAID_TO_DEVELOPERS.test(line)) return false;
  return !EQUIVALENTS.some(
    (same) => same.file === file && same.line === line.trim() && same.replacement === replacement,
  );
}
