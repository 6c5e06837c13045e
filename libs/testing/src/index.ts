export { createTemplate, createTestDatabase, type TestDatabase } from './database.ts';
export { onceARun } from './once-a-run.ts';
export { useTestServer } from './server.ts';
