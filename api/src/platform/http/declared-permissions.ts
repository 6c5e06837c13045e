import { RequestMethod, type INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PERMISSIONS, type Permission } from '@parc/domain';
import { OPEN, PERMISSION } from './permit.js';

export interface DeclaredRoute {
  controller: string;
  handler: string;
  method: string;
  /** As it is called: `/api/v1/orders/:id/submit`. */
  path: string;
  /** Null where nobody need have signed in. */
  permission: Permission | null;
}

/** Every route with its permission. @throws Error naming a route that declares none: it does not start */
export function requireDeclaredPermissions(application: INestApplication): DeclaredRoute[] {
  const controllers = new DiscoveryService(application.get(ModulesContainer)).getControllers();
  const scanner = new MetadataScanner();
  return controllers.flatMap(({ metatype, instance }) => {
    if (!instance || !metatype) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata('path', prototype[name]!))
      .map((name) => declaredRoute(metatype, name, prototype[name]!));
  });
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of a controller's class
function declaredRoute(controller: Function, handler: string, method: object): DeclaredRoute {
  const permission = (Reflect.getMetadata(PERMISSION, method) as Permission | undefined) ?? null;
  const open = Reflect.getMetadata(OPEN, method) as string | undefined;
  if (permission ? !(permission in PERMISSIONS) : !open) {
    throw new Error(`route ${controller.name}.${handler} declares no permission of the role table`);
  }
  return {
    controller: controller.name,
    handler,
    method: RequestMethod[Reflect.getMetadata('method', method) as RequestMethod],
    path: pathOf(Reflect.getMetadata('path', controller) as string, Reflect.getMetadata('path', method) as string),
    permission,
  };
}

function pathOf(ofController: string, ofMethod: string): string {
  const path = [ofController, ofMethod]
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
  return path.startsWith('api/') ? `/${path}` : `/api/v1/${path}`;
}
