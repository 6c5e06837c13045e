export { createTemplate, createTestDatabase, type TestDatabase } from './database.ts';
export { useTestServer } from './server.ts';
