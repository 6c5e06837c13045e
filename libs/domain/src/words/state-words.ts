/** The one meaning a colour has everywhere. */
export type Tone = 'waiting' | 'progress' | 'done' | 'trouble' | 'idle';

/** The drawing beside the word; `libs/ui` draws each. */
export type StateIcon = 'clock' | 'calendar' | 'check' | 'cross' | 'circle';

/** A state as a chip shows it, three ways at once. */
export interface StateWords {
  /** As read by everyone: "Envoyée". */
  word: string;
  tone: Tone;
  /** Left out: the tone's own drawing. */
  icon?: StateIcon;
}
