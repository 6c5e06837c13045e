/** What a phone says of its own count with each act. */
export interface PhoneAct {
  readonly phoneId: string;
  /** Of this act, from 1 on, without a gap. */
  readonly seq: number;
  /** Nothing up to this number waits on the phone any more. */
  readonly settledTo: number;
  /** Numbers under which nothing will ever come: given up by their author, or said otherwise. */
  readonly dropped: readonly number[];
}

const TOLD = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12});(\d{1,7});(\d{1,7});((?:\d{1,7}(?:,\d{1,7}){0,199})?)$/;

/** `Phone-Act: 0198d2c4-…;17;12;13,15`; null for what comes from no phone, or says no such thing. */
export function phoneActOf(header: string | string[] | undefined): PhoneAct | null {
  const told = typeof header === 'string' ? TOLD.exec(header) : null;
  if (!told) return null;
  const [seq, settledTo] = [Number(told[2]), Number(told[3])];
  const dropped = told[4] === '' ? [] : told[4]!.split(',').map(Number);
  return seq > settledTo && dropped.every((number) => number > 0)
    ? { phoneId: told[1]!, seq, settledTo, dropped }
    : null;
}
