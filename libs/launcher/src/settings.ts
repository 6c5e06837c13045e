import { StartRefusal } from './refusal.ts';

/** What `npm start` is told by its environment. The API validates its own settings; these are the launcher's. */
export interface LaunchSettings {
  /** Address the application listens on. */
  host: string;
  /** TCP port of the web application and the API. */
  port: number;
  /** The address people use; links in mails begin with it. */
  publicUrl: string;
  /** PostgreSQL to use, null for the embedded one. */
  databaseUrl: string | null;
  /** Whether an empty database receives the demonstration plan. */
  demonstration: 'on' | 'off';
}

type Environment = Record<string, string | undefined>;

/** Reads the settings; a wrong one is refused with its name, what was read and what is expected. */
export function readLaunchSettings(environment: Environment): LaunchSettings {
  const port = readPort(environment['PORT']);
  return {
    host: environment['HOST'] || '0.0.0.0',
    port,
    publicUrl: environment['PUBLIC_URL'] || `http://localhost:${port}`,
    databaseUrl: readDatabaseUrl(environment['DATABASE_URL']),
    demonstration: readDemonstration(environment['DEMO']),
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw wrong('PORT', value, 'un nombre de 1 à 65535');
}

function readDatabaseUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  const protocol = URL.parse(value)?.protocol;
  if (protocol === 'postgres:' || protocol === 'postgresql:') return value;
  // The value may hold a password: it is never printed.
  throw wrong('DATABASE_URL', null, 'une adresse postgres://compte:secret@machine:5432/base');
}

function readDemonstration(value: string | undefined): 'on' | 'off' {
  if (value === undefined || value === '' || value === 'on' || value === 'true') return 'on';
  if (value === 'off' || value === 'false') return 'off';
  throw wrong('DEMO', value, 'on ou off');
}

function wrong(name: string, value: string | null, expected: string): StartRefusal {
  const read = value === null ? '' : ` (lu\u202f: «\u202f${value}\u202f»)`;
  return new StartRefusal(`Le réglage ${name} est incorrect${read}\u202f: ${expected} est attendu.`);
}
