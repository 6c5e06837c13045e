import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { onceARun } from '@parc/testing';
import { openApiDocument } from '../../src/platform/http/openapi.js';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

interface Route {
  pattern: RegExp;
  path: string;
  methods: Record<string, Operation>;
}

let routes: Route[] = [];
let ajv: Ajv2020;
const validators = new Map<string, ValidateFunction>();

/** Reads the application's own OpenAPI document, with which every answer of a test must agree. */
export function loadContract(application: NestFastifyApplication): void {
  if (routes.length > 0) return;
  const text = onceARun('contract.json', () => JSON.stringify(openApiDocument(application)));
  const closed = JSON.parse(text) as Contract;
  // A field that is not declared must not be answered either: a new column is not published by accident.
  for (const schema of Object.values(closed.components.schemas))
    schema.additionalProperties ??= schema.type === 'object' ? false : undefined;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(closed, 'api');
  routes = Object.entries(closed.paths)
    .map(([path, methods]) => ({
      path,
      pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      methods,
    }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}

/** An alarm in every test: an answer that is not what the document says fails it. */
export function checkAnswer(method: string, url: string, status: number, body: unknown, cause?: unknown): void {
  if (status >= 500) throw new Error(`${method} ${url} answered ${status}: ${JSON.stringify(body)}`, { cause });
  if (status >= 400 || body === null) return;
  const path = url.split('?')[0]!;
  const route = routes.find(({ pattern, methods }) => pattern.test(path) && methods[method.toLowerCase()]);
  const schema = route?.methods[method.toLowerCase()]?.responses[String(status)]?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`${method} ${path} answered ${status}, which its document does not describe`);
  const validate = validatorOf(`${method} ${route.path} ${status}`, schema);
  if (!validate(body))
    throw new Error(`${method} ${path} does not agree with its document: ${ajv.errorsText(validate.errors)}`);
}

function validatorOf(name: string, schema: object): ValidateFunction {
  const known = validators.get(name);
  if (known) return known;
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object);
  validators.set(name, validate);
  return validate;
}
