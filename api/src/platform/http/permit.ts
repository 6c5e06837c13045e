import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { Permission } from '@parc/domain';

export const PERMISSION = 'parc:permission';
export const OPEN = 'parc:open';
/** The same in the server's own record of the route, which is read before any guard runs. */
export const OPEN_TO_ALL = 'openToAll';
export const UNCOUNTED = 'parc:uncounted';

/** The permission a route asks; a route without one, and not `@Open()`, does not start. */
export function Permit(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION, permission), ApiCookieAuth('session'));
}

/** A route for people who have not signed in, with the reason why; what they send is short (`boundBodies`). */
export function Open(reason: string): MethodDecorator {
  return applyDecorators(SetMetadata(OPEN, reason), RouteConfig({ [OPEN_TO_ALL]: true }));
}

/** An open route that machines ask again and again: outside the count of requests per minute. */
export function Uncounted(): MethodDecorator {
  return SetMetadata(UNCOUNTED, true);
}
