import { isPlainDate, isTimeOfDay } from '@parc/domain';
import { parseMoney } from '@parc/ui';

type FieldType = 'text' | 'lines' | 'date' | 'time' | 'money' | 'whole' | 'email' | 'select' | 'choice' | 'flag';

/** What was typed, by name of field; a flag is YES or empty. */
export type Values = Readonly<Record<string, string>>;

export const YES = 'oui';

interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** One question of a form. */
export interface FormField {
  /** As the API names it, so that its refusals find their place. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly help?: string;
  /** What is said when it is left empty; '' where it cannot be. Without it the question is optional. */
  readonly required?: string;
  readonly initial?: string;
  /** Longest text, in characters. */
  readonly most?: number;
  readonly options?: readonly FieldOption[];
  /** Stands beside its neighbour where there is room. */
  readonly half?: boolean;
  /** What is wrong with an answer that is there; empty when nothing is. */
  readonly check?: (value: string, values: Values) => string;
}

interface FormSection {
  readonly heading?: string;
  readonly text?: string;
  readonly fields: readonly FormField[];
}

export interface FormSpec {
  /** Tells one form from another: what was typed stays as long as it is the same. */
  readonly id: string;
  readonly heading?: string;
  readonly text?: string;
  readonly sections: readonly FormSection[];
  /** What the button says: the act, not "send". */
  readonly button: string;
  readonly tone?: 'primary' | 'trouble';
  /** What is typed stays on screen alone, and not on the device: it opens a door. */
  readonly onScreenAlone?: true;
  /** A sentence that follows what is typed: "soit 18,00 € TTC". */
  readonly says?: (values: Values) => string;
}

export function fieldsOf(form: FormSpec): readonly FormField[] {
  return form.sections.flatMap(({ fields }) => fields);
}

export function initialValues(form: FormSpec): Values {
  return Object.fromEntries(fieldsOf(form).map(({ name, initial }) => [name, initial ?? '']));
}

/** What is wrong, by name; nothing when the form may be sent. */
export function fieldErrors(form: FormSpec, values: Values): Values {
  const found = fieldsOf(form).map((field) => [field.name, errorOf(field, values)] as const);
  return Object.fromEntries(found.filter(([, error]) => error !== ''));
}

function errorOf(field: FormField, values: Values): string {
  const value = (values[field.name] ?? '').trim();
  if (value === '') return field.required ?? '';
  return shapeError(field.type, value) || field.check?.(value, values) || '';
}

function shapeError(type: FieldType, value: string): string {
  if (type === 'date' && !isPlainDate(value)) return 'Donnez une date.';
  if (type === 'time' && !isTimeOfDay(value)) return 'Donnez une heure.';
  if (type === 'money' && (parseMoney(value) ?? -1) < 0) return 'Écrivez un montant comme 1 234,50.';
  if (type === 'whole' && !/^\d{1,9}$/.test(value)) return 'Donnez un nombre entier.';
  return '';
}

/** Trimmed text, or null when nothing was typed. */
export function textOf(values: Values, name: string): string | null {
  return values[name]?.trim() || null;
}

export function wholeOf(values: Values, name: string): number | null {
  const text = textOf(values, name);
  return text === null ? null : Number(text);
}

/** Integer cents, or null when nothing was typed. */
export function centsOf(values: Values, name: string): number | null {
  const text = textOf(values, name);
  return text === null ? null : parseMoney(text);
}

/** "1234,50": an amount as a person would type it again. @param amountCents integer cents */
export function typedMoney(amountCents: number | null | undefined): string {
  if (amountCents === null || amountCents === undefined) return '';
  const cents = String(amountCents % 100).padStart(2, '0');
  return `${Math.trunc(amountCents / 100)}${cents === '00' ? '' : `,${cents}`}`;
}
