import { randomUUID } from 'node:crypto';
import { reachOf, ROLES, type Reach, type Role } from '@parc/domain';
import type { DeclaredRoute } from '../../src/platform/http/declared-permissions.js';
import type { House } from '../harness/house.js';
import type { Answer, Person } from '../harness/person.js';
import { Form, type Asked, type FieldGroup } from './domain-rows.js';
import { BODIES, NARROWED, OBJECTS, QUERIES, SHOWN } from './rows.js';
import { otherPlaces, ownPlace, type Place, type World } from './world.js';

/** A route as the tables name it. */
export const nameOf = (route: DeclaredRoute) => `${route.controller}.${route.handler}`;

/** Routes that end the session they are asked in. */
const LAST_WORDS = new Set(['SessionController.signOut']);

/**
 * What the role table alone says of a route, asked of the running API: signed out 401, without the permission 403, on an
 * object of another scope 404, on one's own none of these.
 */
export class Matrix {
  constructor(
    private readonly house: House,
    private readonly routes: DeclaredRoute[],
    private readonly world: World,
  ) {}

  /** What each cell of the route answered that the role table does not say; nothing when all is well. */
  async misses(route: DeclaredRoute): Promise<string[]> {
    const misses = [await this.signedOut(route)];
    for (const role of route.permission ? ROLES : []) {
      const reach = reachOf(route.permission!, role);
      if (!reach) misses.push(await this.forbidden(route, role));
      else misses.push(...(await this.elsewhere(route, role, reach)), await this.reached(route, role, reach));
    }
    return misses.filter((miss) => miss !== null);
  }

  async signedOut(route: DeclaredRoute): Promise<string | null> {
    const answer = await this.ask(route, 'teacher', ownPlace(this.world, 'teacher'), this.house.nobody());
    const expected = route.permission ? 'session.missing' : 'anything else';
    return (answer.body?.code === 'session.missing') === (route.permission !== null)
      ? null
      : told(route, 'signed out', expected, answer);
  }

  async forbidden(route: DeclaredRoute, role: Role): Promise<string | null> {
    const answer = await this.ask(route, role, ownPlace(this.world, role));
    return answer.status === 403 && answer.body.code === 'role.may-not'
      ? null
      : told(route, role, 'role.may-not', answer);
  }

  /** Objects of another scope are not found; a role that reaches everything reaches them too. */
  async elsewhere(route: DeclaredRoute, role: Role, reach: Reach): Promise<(string | null)[]> {
    if (!isScoped(route, reach)) return [];
    const misses: (string | null)[] = [];
    for (const place of otherPlaces(this.world, role)) {
      const answer = await this.ask(route, role, place);
      misses.push(answer.status === 404 ? null : told(route, `${role}, another scope`, '404', answer));
    }
    return misses;
  }

  async reached(route: DeclaredRoute, role: Role, reach: Reach): Promise<string | null> {
    const places = [ownPlace(this.world, role), ...(reach === 'all' ? otherPlaces(this.world, role) : [])];
    for (const place of places) {
      const answer = await this.ask(route, role, place, await this.personFor(route, role));
      const { status, body } = answer;
      // A request that its form alone refuses has proven nothing of the rights behind it.
      const unread = [400, 401, 404, 413, 415].includes(status) && !isAboutTheFile(body?.code);
      const narrowed = NARROWED[nameOf(route)] === role;
      if (unread || (body?.code === 'role.may-not') !== narrowed) return told(route, role, 'to be reached', answer);
    }
    return null;
  }

  /** What a list, a home or an export shows of another scope, or does not show of one's own. */
  async shown(route: DeclaredRoute): Promise<string[]> {
    const misses: string[] = [];
    for (const role of ROLES) {
      const reach = reachOf(route.permission!, role);
      if (!reach) continue;
      const answer = await this.ask(route, role, ownPlace(this.world, role));
      if (reach !== 'all') misses.push(...this.leaks(role, answer.text).map((mark) => `${role} reads ${mark}`));
      const kind = SHOWN[nameOf(route)];
      const mine = kind && ownPlace(this.world, role).site.marks[kind];
      if (mine && !mine.some((mark) => answer.text.includes(mark)))
        misses.push(`${role} does not read its own ${kind}`);
    }
    return misses.map((miss) => `${nameOf(route)}: ${miss}`);
  }

  /** Who reads a group of fields that should not, or does not and should. */
  async fields({ field, mark, routes, readers }: FieldGroup): Promise<string[]> {
    const misses: string[] = [];
    for (const route of this.routes.filter((one) => routes.includes(nameOf(one)))) {
      for (const role of ROLES.filter((one) => reachOf(route.permission!, one))) {
        const reads = (await this.ask(route, role, ownPlace(this.world, role))).text.includes(mark);
        if (reads !== readers.includes(role))
          misses.push(`${nameOf(route)}: ${role} ${reads ? 'reads' : 'does not read'} ${field}`);
      }
    }
    return misses;
  }

  private ask(
    route: DeclaredRoute,
    role: Role,
    place: Place,
    person: Person = this.world.people[role],
  ): Promise<Answer> {
    const { method, url, body, headers } = requestOf(route, { ...place, world: this.world, role });
    return person.send(method as 'GET', url, body, headers);
  }

  private leaks(role: Role, text: string): string[] {
    return otherPlaces(this.world, role).flatMap(({ site }) =>
      Object.values(site.marks)
        .flat()
        .filter((mark) => text.includes(mark)),
    );
  }

  private async personFor(route: DeclaredRoute, role: Role): Promise<Person> {
    const person = this.world.people[role];
    if (!LAST_WORDS.has(nameOf(route))) return person;
    const [account] = await this.house.sql<{ email: string }>('select email from account where id = $1', [
      person.accountId,
    ]);
    return this.house.signIn(account!.email);
  }
}

/** A whole request of the route, as its rows make it. */
export function requestOf(route: DeclaredRoute, asked: Asked) {
  const parameters = OBJECTS.find(([prefix]) => route.path.startsWith(prefix))?.[1](asked) ?? {};
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name]!));
  const body = BODIES[nameOf(route)]?.(asked);
  const headers: Record<string, string> = {
    ...(route.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
    ...(Buffer.isBuffer(body) ? { 'content-type': Form.TYPE } : {}),
    // Even without a body: a page of another site cannot send this type.
    ...(!route.permission && route.method !== 'GET' ? { 'content-type': 'application/json' } : {}),
  };
  return { method: route.method, url: `${path}${QUERIES[nameOf(route)] ?? ''}`, body, headers };
}

/** Does the route name an object, and the role reach some of them only? */
/** A figure's key: the figure is everybody's, whose it is made of is not. */
const OF_NOBODY = '/:key';

export function isScoped(route: DeclaredRoute, reach: Reach): boolean {
  return route.path.replace(OF_NOBODY, '').includes('/:') && (reach === 'own' || reach === 'work');
}

const isAboutTheFile = (code: string | undefined) => code?.startsWith('file.') || code?.startsWith('import.');

function told(route: DeclaredRoute, who: string, expected: string, { status, body, text }: Answer): string {
  const answered = body?.code ? `${body.code} ${JSON.stringify(body.fields ?? '')}` : text.slice(0, 80);
  return `${route.method} ${route.path}: ${who} expected ${expected}, answered ${status} ${answered}`;
}
