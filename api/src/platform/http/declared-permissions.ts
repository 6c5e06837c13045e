import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PERMISSIONS, type Permission } from '@parc/domain';
import { OPEN, PERMISSION } from './permit.js';

export interface DeclaredRoute {
  controller: string;
  handler: string;
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
      .map((name) => declaredRoute(metatype.name, name, prototype[name]!));
  });
}

function declaredRoute(controller: string, handler: string, method: object): DeclaredRoute {
  const permission = (Reflect.getMetadata(PERMISSION, method) as Permission | undefined) ?? null;
  const open = Reflect.getMetadata(OPEN, method) as string | undefined;
  if (permission ? !(permission in PERMISSIONS) : !open) {
    throw new Error(`route ${controller}.${handler} declares no permission of the role table`);
  }
  return { controller, handler, permission };
}
