export { createTemplate, createTestDatabase, type TestDatabase } from './database.ts';
export { testServerUrl, useTestServer } from './server.ts';
