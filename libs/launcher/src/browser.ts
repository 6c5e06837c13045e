import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** A Chromium that Playwright can start: `chromium.launch({ executablePath, env })`. */
export interface Browser {
  executablePath: string;
  /** The whole environment of the browser's process. */
  env: Record<string, string>;
  origin: 'installed' | 'package';
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const installedFiles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser of the journeys: the one named by CHROMIUM_PATH, else an installed Chromium or Chrome, else the one of the
 * package @sparticuz/chromium (Linux x64), unpacked once below node_modules with the libraries and fonts it needs, so that
 * it runs on a machine that has none of them.
 */
export function findBrowser(repository: string, environment: NodeJS.ProcessEnv = process.env): Browser {
  const env = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]));
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const installed = named ?? installedBrowser(env['PATH'] ?? '');
  if (installed !== undefined) return { executablePath: installed, env, origin: 'installed' };
  const folder = unpackedBrowser(repository);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: folder,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    origin: 'package',
  };
}

function installedBrowser(path: string): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  const onPath = installedNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...installedFiles].find((file) => existsSync(file));
}

/** The package unpacks to fixed names in the temporary folder, and reads its environment when imported: a process apart. */
const unpackScript = `
import chromium from '@sparticuz/chromium';
await chromium.executablePath();
`;

function unpackedBrowser(repository: string): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(join(dirname(entry), '../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(repository, 'node_modules/.cache/parc-ecole', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '--eval', unpackScript], {
    cwd: repository,
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    encoding: 'utf8',
  });
  if (unpacked.status !== 0) throw new Error(`Chromium could not be unpacked: ${unpacked.stderr}`);
  writeFileSync(join(partial, 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another process finished first: its copy serves.
    if (!existsSync(folder)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Without a font every text would be zero pixels high. Only the unpacked ones, so that pictures agree between machines. */
function fontConfiguration(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    '',
  ].join('\n');
}
