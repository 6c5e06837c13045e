/** Where a datum lies: `table.column`. */
export type Place = `${string}.${string}`;

/** How long, and from when, in words a reader of the legal page understands. */
export type Term =
  | { readonly days: number; readonly since: string }
  | { readonly months: number; readonly since: string }
  /** No term of its own: it goes with the object that carries it. */
  | { readonly with: string };

export const ENDINGS = {
  purge: 'effacement',
  pseudonymise: 'remplacement du nom et de l’adresse',
  kept: 'conservation avec son objet',
  redactable: 'conservation avec son objet ; un texte qui nomme quelqu’un à tort est retiré, et le retrait se lit',
  replaced: 'remplacement par la valeur suivante',
} as const;
export type Ending = keyof typeof ENDINGS;

/** One kind of personal datum: why it is held, where, how long, and what happens then. */
export interface PersonalDatum {
  readonly what: string;
  readonly purpose: string;
  readonly lies: readonly Place[];
  readonly term: Term;
  readonly then: Ending;
}
export type PersonalDataRegister = Readonly<Record<string, PersonalDatum>>;

/** Columns of text that say nothing of a person, each with the word that says what they hold. */
export type PlainColumns = Readonly<Record<Place, string>>;

/** The data that end on a day of their own: the nightly job owes each an act. */
export type Ended<Register extends PersonalDataRegister> = {
  [Key in keyof Register]: Register[Key]['term'] extends { with: string } ? never : Key;
}[keyof Register];

/** The places of free texts: each says on the screen what it is, and is taken out by an act. */
export type Redactable<Register extends PersonalDataRegister> = {
  [Key in keyof Register]: Register[Key]['then'] extends 'redactable' ? Register[Key]['lies'][number] : never;
}[keyof Register];

/** « 12 mois après l’événement »; a term without a day of its own is said by what carries it. */
export function termSaid(term: Term): string {
  if ('with' in term) return term.with;
  if ('months' in term) return `${term.months} mois après ${term.since}`;
  return `${term.days} ${term.days === 1 ? 'jour' : 'jours'} après ${term.since}`;
}
