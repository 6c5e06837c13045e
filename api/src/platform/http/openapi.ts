import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { requireOneClassEach } from './class-names.js';

/** The OpenAPI 3.1 document of the whole API. @throws Error when two classes of bodies or answers share a name */
export function openApiDocument(application: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Parc École')
    .setDescription(
      'Commandes, budgets, maintenance et formation du Plan Numérique à l’École. Refusals are RFC 9457 problem documents with a stable `code`.',
    )
    .setVersion('1')
    .addBearerAuth(
      { type: 'http', description: 'A token of device management: it writes use, and nothing else' },
      'usage-token',
    )
    .addCookieAuth(
      'parc_session',
      { type: 'apiKey', in: 'cookie', name: 'parc_session', description: 'Behind TLS: __Host-parc_session' },
      'session',
    )
    .build();
  const document = SwaggerModule.createDocument(application, builder, {
    operationIdFactory: (controller, method) =>
      `${lowerFirst(controller.replace(/Controller$/, ''))}${upperFirst(method)}`,
  });
  requireOneClassEach(Object.keys(document.components?.schemas ?? {}));
  return withNullTypes(document) as OpenAPIObject;
}

/** Made when it is first asked for, so that no start waits for it, and once: everyone may ask for it, as often as they like. */
export function serveDocumentation(application: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  let text: string | undefined;
  const made = () => (document ??= openApiDocument(application));
  SwaggerModule.setup('api/docs', application, made, { raw: false, customSiteTitle: 'Parc École, API' });
  application
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) =>
      reply.type('application/json; charset=utf-8').send((text ??= JSON.stringify(made()))),
    );
}

/** Nest writes 3.0's `nullable: true`; 3.1 says it with a type or a choice. */
function withNullTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNullTypes);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withNullTypes(value)]),
  );
  if (nullable !== true) return rest;
  if (typeof rest.type === 'string')
    return { ...rest, type: [rest.type, 'null'], ...(Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {}) };
  const { description, ...schema } = rest;
  return {
    ...(description ? { description } : {}),
    anyOf: [...((schema.allOf as unknown[] | undefined) ?? [schema]), { type: 'null' }],
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
