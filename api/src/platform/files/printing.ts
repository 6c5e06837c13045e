import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { CODE_ENDING, CODE_FOLDER } from '../code-folder.js';
import { LIMITS } from '../limits.js';
import type { Printed, PrintJob } from './press.js';

const FONTS = join(CODE_FOLDER, 'platform/files/fonts');
const PROGRAM = join(CODE_FOLDER, `platform/files/press${CODE_ENDING}`);

/** Prints one document after the other in a process of its own; one that dies or hangs takes its document with it, no more. */
export class Printing {
  private press: ChildProcess | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** @param templates the folder below which templates lie; nothing outside is read */
  constructor(
    private readonly templates: string,
    private readonly milliseconds: number = LIMITS.document.milliseconds,
  ) {}

  /** @throws Error what the compiler says of a template, or that it died or hung */
  print(job: PrintJob): Promise<Buffer> {
    const printed = this.last.then(() => this.printNow(job));
    this.last = printed.catch(() => undefined);
    return printed;
  }

  private async printNow(job: PrintJob): Promise<Buffer> {
    clearTimeout(this.idle);
    const press = (this.press ??= this.start());
    press.ref();
    press.channel?.ref();
    try {
      const printed = await this.answer(press, job);
      if ('error' in printed) throw new Error(`${job.template}: ${printed.error}`);
      return Buffer.from(printed.content);
    } finally {
      this.rest(press);
    }
  }

  private start(): ChildProcess {
    const press = fork(PROGRAM, [this.templates, FONTS], {
      // Of what the server knows, its settings and secrets, nothing goes there; a compiler that aborts shows the text it was at.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    const gone = () => {
      if (this.press === press) this.press = null;
    };
    // `error`: it could not be started at all, no memory or no process being left.
    press.on('exit', gone).on('error', gone);
    return press;
  }

  private answer(press: ChildProcess, job: PrintJob): Promise<Printed> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => press.kill('SIGKILL'), this.milliseconds);
      const settle = () => {
        clearTimeout(late);
        press.off('message', answered).off('exit', died).off('error', failed);
      };
      const answered = (printed: unknown) => {
        settle();
        resolve(printed as Printed);
      };
      const died = (code: number | null, signal: string | null) => {
        settle();
        reject(new Error(`${job.template}: the printing process ended (${signal ?? code})`));
      };
      const failed = (error: Error) => {
        settle();
        reject(error);
      };
      press.on('message', answered).on('exit', died).on('error', failed);
      press.send(job, (error) => {
        if (error) press.kill('SIGKILL');
      });
    });
  }

  /** Between two documents it keeps nobody awake, and after a while it gives its memory back. */
  private rest(press: ChildProcess): void {
    press.unref();
    press.channel?.unref();
    this.idle = setTimeout(() => {
      if (press.connected) press.disconnect();
      if (this.press === press) this.press = null;
    }, LIMITS.document.idleMilliseconds).unref();
  }
}
