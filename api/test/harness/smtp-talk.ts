import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A conversation of SMTP, line by line, as any client may lead it. */
export class SmtpTalk {
  private heard = '';
  private closed = false;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (this.heard += text));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.closed = true));
  }

  /** After the greetings. */
  static async open(port: number): Promise<SmtpTalk> {
    const socket = connect(port, '127.0.0.1');
    const talk = new SmtpTalk(socket);
    await once(socket, 'connect');
    await talk.answer();
    await talk.say('EHLO client.exemple.fr');
    return talk;
  }

  /** @returns the status that is answered; 0 where the connection was closed */
  async say(line: string): Promise<number> {
    this.socket.write(`${line}\r\n`);
    return this.answer();
  }

  /** Without waiting in between. */
  async together(lines: readonly string[]): Promise<number[]> {
    this.socket.write(lines.map((line) => `${line}\r\n`).join(''));
    const statuses: number[] = [];
    for (const _line of lines) statuses.push(await this.answer());
    return statuses;
  }

  /** One message whole. @returns the status of the step that ended it */
  async deliver(from: string, to: string, source: string): Promise<number> {
    for (const [line, expected] of [
      [`MAIL FROM:<${from}>`, 250],
      [`RCPT TO:<${to}>`, 250],
      ['DATA', 354],
    ] as const) {
      const status = await this.say(line);
      if (status !== expected) return status;
    }
    return this.say(`${source.replaceAll(/^\./gm, '..')}\r\n.`);
  }

  end(): void {
    this.socket.destroy();
  }

  /** The status of the next answer, its last line. */
  private async answer(): Promise<number> {
    for (;;) {
      const last = /^(\d{3}) .*\r\n/m.exec(this.heard);
      if (last) {
        this.heard = this.heard.slice(last.index + last[0].length);
        return Number(last[1]);
      }
      if (this.closed) return 0;
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]);
    }
  }
}
