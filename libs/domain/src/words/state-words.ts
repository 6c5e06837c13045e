/** The one meaning a colour has everywhere; `libs/ui` paints each from its two tokens. */
export const TONES = ['waiting', 'progress', 'done', 'trouble', 'idle'] as const;
export type Tone = (typeof TONES)[number];

/** The drawing beside the word; `libs/ui` draws each. */
export type StateIcon = 'clock' | 'calendar' | 'check' | 'cross' | 'circle' | 'trend' | 'warning';

/** A state as a chip shows it, three ways at once. */
export interface StateWords {
  /** As read by everyone: "Envoyée". */
  word: string;
  tone: Tone;
  /** Left out: the tone's own drawing. */
  icon?: StateIcon;
}
