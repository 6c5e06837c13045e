import type { Move, Role } from '@parc/domain';
import type { Place, World } from './world.js';

/** What the rows are made from. */
export interface Asked extends Place {
  world: World;
  role: Role;
}

/** A group of fields, by a mark that shows they were read, and who reads them (rules.md 2, written out a second time on purpose). */
export interface FieldGroup {
  field: string;
  mark: string;
  routes: string[];
  readers: Role[];
}

/** What the walks over every route know of one domain. A route is named "Controller.handler". */
export interface DomainRows {
  /** A path's beginning → the ids of what lies there. A route with a parameter that no row names has no place in the matrix. */
  objects?: [prefix: string, parameters: (asked: Asked) => Record<string, string>][];
  /** Route → its query, where one is required. */
  queries?: Record<string, string>;
  /** Route → a body that would be accepted. */
  bodies?: Record<string, (asked: Asked) => unknown>;
  /** Where a role holds the permission and the domain still answers by its name. */
  narrowed?: Record<string, Role>;
  /** A list, a home or an export → what of its own its reader must find there. */
  shown?: Record<
    string,
    | 'school'
    | 'order'
    | 'convention'
    | 'equipment'
    | 'need'
    | 'ticket'
    | 'loan'
    | 'check'
    | 'warranty'
    | 'visit'
    | 'training'
    | 'support'
    | 'pilot'
    | 'hours'
  >;
  fields?: FieldGroup[];
  /** Writes that carry no repetition key, and why. */
  withoutKey?: Record<string, string>;
  /** Module below api/src → the class that lets a person to an object. */
  doors?: Record<string, string>;
  /** Module below api/src → what it exports to say which objects a role reaches. */
  scopes?: Record<string, string[]>;
  /** Module below libs/domain/src → what it exports to say which fields a role reads. */
  fieldLists?: Record<string, string[]>;
}

/** A file in a form, as a browser sends it. */
export class Form {
  static readonly TYPE = 'multipart/form-data; boundary=craie';

  static of(content: string): Buffer {
    const head = '--craie\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    return Buffer.from(`${head}${content}\r\n--craie--\r\n`);
  }
}

export const day = '2026-12-08';
export const reason = () => ({ reason: 'Parce que' });
export const nothing = () => ({});
export const seen = () => ({ seenCents: 12_000 });

/** The bodies of the routes that a table of moves makes by itself: a reason where a row asks for one, a total where it is about money. */
export function reasons(
  controller: string,
  moves: readonly Move[],
  onMoney: (action: string) => boolean = () => false,
  besides: (action: string) => object = () => ({}),
): Record<string, () => object> {
  const asked = new Set(moves.flatMap((move) => (move.reason ? [move.action] : [])));
  const body = (action: string) => ({
    ...besides(action),
    ...(asked.has(action) && reason()),
    ...(onMoney(action) && seen()),
  });
  const all = [...new Set(moves.map(({ action }) => action))].filter((action) => Object.keys(body(action)).length > 0);
  const method = (action: string) => action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(all.map((action) => [`${controller}.${method(action)}`, () => body(action)]));
}

export const EVERY_READER: Role[] = ['teacher', 'school-head', 'technician', 'installer', 'plan-manager'];
export const OUTSIDE: Role[] = ['commune-officer', 'private-body-officer'];
export const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];
