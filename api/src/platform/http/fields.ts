import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MOST_CENTS } from '@parc/domain';
import { noteClass } from './class-names.js';
import { writtenText } from './written-text.js';

/**
 * One decorator a field, for requests and answers alike: what is checked is what is documented. Messages are French:
 * people read them beside the field.
 */
interface Presence {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
}

function field(presence: Presence, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional, nullable, description } = presence;
  return applyDecorators(
    noteClass,
    ApiProperty({ ...schema, description, required: !optional, nullable: nullable ?? false } as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    // Null is an answer; leaving it out is none.
    ...(nullable && !optional ? [ValidateIf((_object, value) => value !== null)] : []),
    ...checks,
  );
}

/** As it is kept, before anything judges it. */
const written = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? writtenText(value) : value));

/** Printable text; control characters never enter, so that no header, cell or terminal can be played with. */
const PRINTABLE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;

/** What the table of accounts takes and a mail server delivers: no mailbox between quotes, which may hold anything. */
const PLAIN_ADDRESS = /^[^\s"(),:;<>@[\\\]]+@[^\s@]+$/;

export function Text(
  options: Presence & { max: number; min?: number; pattern?: RegExp; example?: string },
): PropertyDecorator {
  const { max, min = 0, pattern, example } = options;
  return field(
    options,
    { type: String, maxLength: max, minLength: min || undefined, pattern: pattern?.source, example },
    written,
    IsString({ message: 'Écrivez un texte.' }),
    MinLength(min, { message: min === 1 ? 'Cette réponse est nécessaire.' : `Écrivez au moins ${min} caractères.` }),
    MaxLength(max, { message: `C’est trop long : ${max} caractères au plus.` }),
    Matches(PRINTABLE, { message: 'Ce texte contient un caractère qui ne s’écrit pas.' }),
    ...(pattern ? [Matches(pattern, { message: 'Ce texte n’a pas la forme attendue.' })] : []),
  );
}

const SECRETS = 'parc:secrets';
const PARTS = 'parc:parts';

/** Notes something of a field on its class, where its heirs find it too. */
const note =
  (key: string, value: unknown): PropertyDecorator =>
  (prototype, name) => {
    const noted = (Reflect.getMetadata(key, prototype) ?? {}) as Record<string | symbol, unknown>;
    Reflect.defineMetadata(key, { ...noted, [name]: value }, prototype);
  };

/**
 * A body as it may be kept, however briefly: without the fields that its class declares secret, those of its parts
 * included. What is kept of a short code, even hashed, tells the code.
 */
export function withoutSecrets(type: NewableFunction | undefined, body: unknown): unknown {
  const secrets = noted(SECRETS, type);
  const parts = noted(PARTS, type) as Record<string, () => NewableFunction> | undefined;
  if ((!secrets && !parts) || typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => !secrets || !Object.hasOwn(secrets, name))
      .map(([name, value]: [string, unknown]) => {
        const part = parts && Object.hasOwn(parts, name) ? parts[name]!() : undefined;
        return [
          name,
          Array.isArray(value) ? value.map((one) => withoutSecrets(part, one)) : withoutSecrets(part, value),
        ];
      }),
  );
}

function noted(key: string, type: NewableFunction | undefined): Record<string, unknown> | undefined {
  const prototype = type?.prototype as object | undefined;
  return prototype && (Reflect.getMetadata(key, prototype) as Record<string, unknown> | undefined);
}

/** A secret is kept as typed, spaces count, and it is never kept longer than it is used (`withoutSecrets`). */
export function Secret(options: Presence & { max: number; pattern?: RegExp }): PropertyDecorator {
  const { max, pattern } = options;
  return field(
    options,
    { type: String, maxLength: max, format: 'password', pattern: pattern?.source },
    note(SECRETS, true),
    IsString({ message: 'Cette réponse est nécessaire.' }),
    MinLength(1, { message: 'Cette réponse est nécessaire.' }),
    MaxLength(max, { message: 'C’est trop long.' }),
    ...(pattern ? [Matches(pattern, { message: 'Ce texte n’a pas la forme attendue.' })] : []),
  );
}

const ADDRESS_WANTED = 'Écrivez une adresse comme prenom.nom@exemple.fr.';

export function Email(options: Presence = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    written,
    IsEmail({}, { message: ADDRESS_WANTED }),
    Matches(PLAIN_ADDRESS, { message: ADDRESS_WANTED }),
    MaxLength(254, { message: 'Cette adresse est trop longue.' }),
  );
}

/** What a column of whole numbers holds. */
const LARGEST_COUNT = 2 ** 31 - 1;

export function Whole(options: Presence & { min?: number; max?: number; query?: boolean } = {}): PropertyDecorator {
  const { min = 0, max = LARGEST_COUNT } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    ...(options.query
      ? [Transform(({ value }: { value: unknown }) => (/^\d+$/.test(String(value)) ? Number(value) : value))]
      : []),
    IsInt({ message: 'Donnez un nombre entier.' }),
    Min(min, { message: `Le plus petit possible est ${min}.` }),
    Max(max, { message: `Le plus grand possible est ${max}.` }),
  );
}

/** Integer euro cents. Answers add up; what a person sends says its own bounds. */
export function Cents(options: Presence & { min?: number; max?: number } = {}): PropertyDecorator {
  return Whole({
    min: Number.MIN_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    ...options,
    description: options.description ?? 'Integer euro cents',
  });
}

/** How many rows a list has, as its page counts them (`renderPage`). */
export const RowCount = () =>
  Whole({ description: 'Rows: exact up to 1,000; beyond, as many as were turned over, one more while a page follows' });

/** The total that the person had before their eyes when they acted: another one is refused (`requireSeen`). */
export function TotalSeen(options: Presence = {}): PropertyDecorator {
  return Cents({
    min: 0,
    max: MOST_CENTS,
    ...options,
    description:
      options.description ??
      'The total that was seen, tax included, in cents: when it has changed, 412 says the new one',
  });
}

export function Decimal(options: Presence = {}): PropertyDecorator {
  return field(options, { type: Number });
}

export function Flag(options: Presence & { query?: boolean } = {}): PropertyDecorator {
  return field(
    options,
    { type: Boolean },
    ...(options.query
      ? [Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))]
      : []),
    IsBoolean({ message: 'Répondez par oui ou non.' }),
  );
}

/** In capitals or not, the same id: as the database writes it from here on. */
export function Id(options: Presence = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'uuid' },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID('all', { message: 'Ce choix n’est pas reconnu.' }),
  );
}

/** Ids with commas between, as an address carries many under one name; a list of them is taken as well. */
export function Ids(options: Presence & { most: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.most } as ApiPropertyOptions,
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase().split(',') : value)),
    IsArray({ message: 'Donnez une liste.' }),
    ArrayMaxSize(options.most, { message: `${options.most} éléments au plus.` }),
    IsUUID('all', { each: true, message: 'Ce choix n’est pas reconnu.' }),
  );
}

/** Days of the plan: the tables' years too (2000 to 2100). What knows today asks for less. */
const YEARS_WANTED = 'Donnez une date entre 2000 et 2099.';

/** ISO date, no time: a day in Europe/Paris. */
export function Day(options: Presence = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date' },
    Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: YEARS_WANTED }),
    // 30 February has the form of a date and is none.
    IsISO8601({ strict: true }, { message: 'Cette date n’existe pas.' }),
  );
}

/** ISO instant. */
export function Instant(options: Presence = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date-time' },
    Matches(/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, {
      message: 'Donnez une date et une heure.',
    }),
    IsISO8601({ strict: true }, { message: 'Cette date n’existe pas.' }),
  );
}

export function TimeOfDay(options: Presence = {}): PropertyDecorator {
  return field(
    options,
    { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Donnez une heure.' }),
  );
}

/** Words one chooses from: a list, or the rows of a vocabulary (`kindRows`). */
type Choices = readonly string[] | Readonly<Record<string, object>>;

const wordsOf = (choices: Choices): string[] => (Array.isArray(choices) ? [...choices] : Object.keys(choices));

export function OneOf(choices: Choices, options: Presence = {}): PropertyDecorator {
  const values = wordsOf(choices);
  return field(options, { type: String, enum: values }, IsIn(values, { message: 'Ce choix n’existe pas.' }));
}

export function ManyOf(choices: Choices, options: Presence = {}): PropertyDecorator {
  const values = wordsOf(choices);
  return field(
    options,
    { type: 'array', items: { type: 'string', enum: values } } as ApiPropertyOptions,
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true, message: 'Un choix n’existe pas.' }),
  );
}

export function Nested(type: () => new () => object, options: Presence = {}): PropertyDecorator {
  // Nest knows a lazy type by its function's name: it must be called `type`.
  return field(
    options,
    { type: () => type() } as ApiPropertyOptions,
    IsObject({ message: 'Cette réponse est nécessaire.' }),
    ValidateNested(),
    Type(type),
    note(PARTS, type),
  );
}

export function List(
  type: () => new () => object,
  options: Presence & { most: number; least?: number },
): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true, maxItems: options.most } as ApiPropertyOptions,
    IsArray({ message: 'Donnez une liste.' }),
    ArrayMinSize(options.least ?? 0, { message: 'Ajoutez au moins un élément.' }),
    ArrayMaxSize(options.most, { message: `${options.most} éléments au plus.` }),
    // A list in the list would have its own elements checked, and be none itself.
    IsObject({ each: true, message: 'Donnez une liste.' }),
    ValidateNested({ each: true }),
    Type(type),
    note(PARTS, type),
  );
}

export function Strings(options: Presence & { most: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', maxLength: options.max }, maxItems: options.most } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(options.most),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
  );
}

/** Whole numbers in their order: only for answers. */
export function Numbers(options: Presence & { most: number }): PropertyDecorator {
  return field(options, { type: 'array', items: { type: 'integer' }, maxItems: options.most } as ApiPropertyOptions);
}

/** An object of no declared shape, kept as JSON: only for answers. */
export function Free(options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions);
}
