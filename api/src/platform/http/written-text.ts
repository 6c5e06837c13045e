/** Joins two pictures into one, or shows one in colours; anywhere else nobody sees it. */
const OF_A_PICTURE = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)[\u200d\ufe0f]/u;
/** What turns the text around it is refused by `Text`: taken out, it would leave another text than was seen. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;
/** Zero-width, tags, soft hyphens, direction marks: they make two names that look the same, or carry what nobody reads. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text as it is kept, whatever keyboard or page it was copied from: composed letters (NFC), no invisible character, no
 * space around, no half character (some checks throw on those, and no column holds one).
 */
export function writtenText(sent: string): string {
  const whole = sent.toWellFormed().normalize('NFC');
  const seen = whole.replace(INVISIBLE, (character, at: number) =>
    TURNING.test(character) || isOfPicture(whole, at) ? character : '',
  );
  return seen.trim();
}

function isOfPicture(text: string, at: number): boolean {
  // As far back as a picture with its colour reaches.
  const from = Math.max(0, at - 3);
  return OF_A_PICTURE.exec(text.slice(from, at + 1))?.index === at - from;
}
