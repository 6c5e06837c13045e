type ActionOf<Telling extends string> = Telling extends `${infer Action} ${string}` ? Action : never;
type WhoOf<Telling extends string, Action extends string> = Telling extends `${Action} ${infer Who}` ? Who : never;

/** What is said of one move to those whom its row tells. */
export interface NoticeWord<Who extends string = string> {
  /** After "Commande C-2026-00184", as a subject. */
  readonly subject: string;
  /** What happened; `{order}`, `{school}`, `{amount}` and `{when}` are filled in. */
  readonly told: string;
  /** What each reader does now; null where there is nothing to do. */
  readonly next: Readonly<Record<Who, string | null>>;
}

/** Words for every action of a table that tells somebody, and for each whom it tells: none can be forgotten, none is left over. */
export type NoticeWords<Telling extends string> = {
  readonly [Action in ActionOf<Telling>]: NoticeWord<WhoOf<Telling, Action>>;
};
