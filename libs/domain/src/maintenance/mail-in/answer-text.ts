/** What a comment may hold. */
export const ANSWER_CHARACTERS = 2_000;
/** Of what is looked at: nobody answers a breakdown with more, and a text made to be slow is cut before it is read. */
const LOOKED_AT_CHARACTERS = 200_000;
const LOOKED_AT_LINES = 2_000;

/** « Le lun. 5 oct. 2026 à 09:12, Parc École <…> a écrit : », "On Mon, Oct 5, 2026 at 9:12 AM … wrote:" */
const SOMEBODY_WROTE = [/^(?:>\s*)?le\b.{0,300}\ba écrit\s*:$/i, /^(?:>\s*)?on\b.{0,300}\bwrote\s*:$/i];

/** A rule under which a mail program puts what it answers. */
const RULES = [
  /^-{2,}\s*(?:message d[’']origine|message original|message transféré|original message|forwarded message|réponse au message|reply to message)\s*-{2,}$/i,
  /^_{10,}$/,
  /^-{5,}\s*$/,
];

/** The headers of the mail that is answered, as Outlook writes them, two or more in a row. */
const QUOTED_HEADER = /^\*?(?:de|from|envoyé|sent|date|à|to|cc|objet|subject|répondre à|reply-to)\s?\*?\s?:\*?\s*\S/i;
const FIRST_QUOTED_HEADER = /^\*?(?:de|from|expéditeur)\s?\*?\s?:\*?\s*\S/i;

/** Two dashes alone: what stands under them is a signature (RFC 3676). */
const SIGNATURE = /^--\s?$/;
/** What phones and programs sign with. */
const PROGRAM_SIGNATURE =
  /^(?:envoyé (?:de(?:puis)?|à partir de|avec) .{1,80}|sent from (?:my|mail|outlook|yahoo) ?.{0,80}|get outlook for .{1,40}|obtenir outlook (?:pour|para) .{1,40}|téléchargez outlook pour .{1,40})$/i;

/** What somebody wrote above what they answer: quotes, rules, headers and signatures are left out; may be empty. */
export function answerText(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_CHARACTERS)
    .replaceAll(/\r\n?/g, '\n')
    .split('\n', LOOKED_AT_LINES)
    // Spaces that HTML and mail programs bring, and what is not seen.
    .map((line) =>
      line
        .replaceAll(/[\u00a0\u202f\u2007]/g, ' ')
        .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
        .trim(),
    );
  const end = lines.findIndex((_line, place) => endsAnswer(lines, place));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  return own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function endsAnswer(lines: readonly string[], place: number): boolean {
  const line = lines[place]!;
  if (SIGNATURE.test(line) || PROGRAM_SIGNATURE.test(line) || RULES.some((rule) => rule.test(line))) return true;
  if (FIRST_QUOTED_HEADER.test(line) && nextWritten(lines, place, QUOTED_HEADER)) return true;
  // Programs fold it after seventy characters or so.
  const folded = [line, ...lines.slice(place + 1, place + 3)].filter((part) => part !== '');
  return (
    line !== '' &&
    folded.some((_part, count) => SOMEBODY_WROTE.some((way) => way.test(folded.slice(0, count + 1).join(' '))))
  );
}

function nextWritten(lines: readonly string[], place: number, form: RegExp): boolean {
  return lines.slice(place + 1, place + 3).some((line) => form.test(line));
}

/**
 * As the comment keeps it: short enough, and saying what was left out. @param attachments that came along and are not kept
 */
export function answerComment(answer: string, attachments: number): string {
  const left =
    attachments === 0
      ? ''
      : attachments === 1
        ? '\n\n[1 pièce jointe n’a pas été reprise : ajoutez les photos dans l’application.]'
        : `\n\n[${attachments} pièces jointes n’ont pas été reprises : ajoutez les photos dans l’application.]`;
  const room = ANSWER_CHARACTERS - left.length;
  if (answer.length <= room) return answer + left;
  const cut = '… [la suite n’a pas été reprise]';
  return (
    answer
      .slice(0, room - cut.length)
      .replace(/[\ud800-\udbff]$/, '')
      .trimEnd() +
    cut +
    left
  );
}
