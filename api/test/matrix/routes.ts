import { readSettings } from '../../src/platform/config/settings.js';
import { requireDeclaredPermissions, type DeclaredRoute } from '../../src/platform/http/declared-permissions.js';
import { openApiDocument } from '../../src/platform/http/openapi.js';
import { createUnconnectedApplication } from '../../src/server.js';

export interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }> }>;
}

export interface DocumentedRoutes {
  routes: DeclaredRoute[];
  /** Schemas by name, as the document gives them. */
  schemas: Record<string, Record<string, unknown>>;
  /** @returns what the OpenAPI document says of a route */
  documented(route: DeclaredRoute): Operation | undefined;
}

/** Every route the application declares, with its place in the OpenAPI document; no database is needed to know them. */
export async function documentedRoutes(): Promise<DocumentedRoutes> {
  const application = await createUnconnectedApplication(readSettings({ DATABASE_URL: 'postgres://nowhere/none' }));
  const { paths, components } = openApiDocument(application) as unknown as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: DocumentedRoutes['schemas'] };
  };
  return {
    routes: requireDeclaredPermissions(application),
    schemas: components.schemas,
    documented: ({ path, method }) => paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()],
  };
}
