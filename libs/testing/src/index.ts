export { createTemplate, createTestDatabase } from './database.ts';
export { testServerUrl, useTestServer } from './server.ts';
