import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileTypeFromFile } from 'file-type';
import { CODE_ENDING, CODE_FOLDER } from '../code-folder.js';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import { inTurn } from '../bounds/dear-work.js';
import type { PictureMade, PictureTask } from './picture-process.js';

export interface Photo {
  content: Buffer;
  mediaType: 'image/webp';
  width: number;
  height: number;
}

/** HEIC is not among them: nothing here can read it, whatever its size. */
const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

const PROCESS = join(CODE_FOLDER, `platform/files/picture-process${CODE_ENDING}`);
/** Its work is the decoder's: compiling what little is left would only take memory. Types are taken out by WebAssembly, which needs it. */
const PLAIN = CODE_ENDING === '.ts' ? [] : ['--jitless'];
/** Pictures are few large pieces: each goes back to the system when it is freed. None of the server's own settings is told. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '1000000', UV_THREADPOOL_SIZE: '1' };

/**
 * A picture made anew from the file sent: its type is read from the content, never from its name; position and every
 * other EXIF field are gone; a file that is also something else keeps only its pixels.
 * @param person whose turn it is
 * @throws Refused file.not-an-image on anything else, file.too-many-pixels by what its header says, work.too-many
 */
export async function readPhoto(path: string, person: string): Promise<Photo> {
  const type = await fileTypeFromFile(path);
  if (!type || !ACCEPTED.has(type.mime)) throw new Refused('file.not-an-image');
  return inTurn('picture', person, () => madeAnew(path));
}

async function madeAnew(from: string): Promise<Photo> {
  const to = `${from}.webp`;
  const task: PictureTask = { from, to, sidePixels: LIMITS.photoSidePixels, most: LIMITS.photoPixels };
  try {
    const made = await inOwnProcess(task);
    if ('unwritten' in made)
      throw Object.assign(new Error('the picture made could not be written'), { code: made.unwritten });
    if ('refused' in made) throw new Refused(made.refused);
    return { content: await readFile(to), mediaType: 'image/webp', ...made };
  } finally {
    await rm(to, { force: true });
  }
}

/** One that fell, or was stopped because it took too long, has met no picture. */
async function inOwnProcess(task: PictureTask): Promise<PictureMade> {
  const command = ['--max-old-space-size=64', '--max-semi-space-size=1', ...PLAIN, PROCESS, JSON.stringify(task)];
  const options = { env: ENVIRONMENT, timeout: LIMITS.pictureMilliseconds, killSignal: 'SIGKILL' } as const;
  const ended = promisify(execFile)(process.execPath, command, options);
  stepBack(ended.child.pid);
  return ended.then(
    ({ stdout }) => JSON.parse(stdout) as PictureMade,
    () => ({ refused: 'file.not-an-image' }),
  );
}

/** People who wait for a page go first. */
function stepBack(processId: number | undefined): void {
  try {
    if (processId) setPriority(processId, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system lets nobody say so.
  }
}
