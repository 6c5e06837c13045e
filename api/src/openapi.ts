import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { Settings } from './platform/config/settings.js';
import { openApiDocument } from './platform/http/openapi.js';
import { createUnconnectedApplication } from './server.js';

/** `node openapi.js FILE`: writes the OpenAPI document, without a database. */
const application = await createUnconnectedApplication(
  Object.assign(new Settings(), { DATABASE_URL: 'postgres://nowhere', LOG_LEVEL: 'silent' }),
);
await writeFile(process.argv[2]!, `${JSON.stringify(openApiDocument(application), null, 2)}\n`);
await application.close();
process.exit(0);
