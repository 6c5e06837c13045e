import { Body, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Move, Permission } from '@parc/domain';
import { IdParam } from './params.js';
import { Permit } from './permit.js';
import { WriteRequest, Writes } from './write.js';

/** What the routes of one lifecycle have in common. */
export interface MoveRoutes {
  moves: readonly Move[];
  /** Actions whose routes are written by hand. */
  brings: readonly string[];
  permission(action: string): Permission;
  /** DTO of the body of an action; null where it asks for nothing. */
  body(action: string, asksReason: boolean): Type | null;
  /** What a phone may send late: its keys count for good. */
  once?(action: string): boolean;
  /** DTO of what every action answers. */
  answer: Type;
  /** Who acts, as the routes of the controller receive it. */
  actor(): ParameterDecorator;
}

/** What the body of such a route may hold. */
export interface MoveBody {
  reason?: string;
  /** Of an act on money. */
  seenCents?: number;
}

/** A controller that carries such routes answers them all in one method, which bears the name of none of them. */
export interface MovesObjects {
  act(actor: unknown, id: string, action: string, body: MoveBody, write: unknown): Promise<unknown>;
}

/**
 * `POST :id/action` for every action of a table that a person makes by its name, but those that are written by hand: a row that is added has its
 * route. The method is named after the action, so that documents and the permission matrix see it as any other.
 */
export function addMoveRoutes(controller: Type<MovesObjects>, routes: MoveRoutes): void {
  const byPeople = routes.moves.filter(({ who }) => who.some((role) => role !== 'system'));
  for (const action of new Set(byPeople.map((row) => row.action))) {
    if (routes.brings.includes(action)) continue;
    const asksReason = byPeople.some((row) => row.action === action && row.reason);
    addMoveRoute(controller, action, routes.body(action, asksReason), routes);
  }
}

function addMoveRoute(controller: Type<MovesObjects>, action: string, asked: Type | null, routes: MoveRoutes): void {
  const { prototype } = controller as { prototype: MovesObjects & Record<string, unknown> };
  const name = action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const handler = function (this: MovesObjects, actor: unknown, { id }: IdParam, write: unknown, body: MoveBody = {}) {
    return this.act(actor, id, action, body, write);
  };
  // The document names the operation after the function.
  prototype[name] = Object.defineProperty(handler, 'name', { value: name });
  // What the compiler writes for a decorated method; the validation of parameters reads it.
  const types = [Object, IdParam, Object, ...(asked ? [asked] : [])];
  Reflect.defineMetadata('design:paramtypes', types, prototype, name);
  const parameters = [routes.actor(), Param(), WriteRequest(), ...(asked ? [Body()] : [])];
  parameters.forEach((decorate, index) => decorate(prototype, name, index));
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  const decorators = [
    Post(`:id/${action}`),
    HttpCode(200),
    Permit(routes.permission(action)),
    Writes({ versioned: true, once: routes.once?.(action) ?? false }),
    ApiOkResponse({ type: routes.answer }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
