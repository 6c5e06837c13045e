import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** Headers and body as they came over the wire. */
  source: string;
}

/** A real SMTP server, which can be told to refuse, to go away and to come back. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Answers an address with this status instead of taking the mail; 0 takes it. */
  refusal: (address: string) => number = () => 0;
  private server: SMTPServer | null = null;
  private port = 0;

  static async open(): Promise<MailServer> {
    const mailServer = new MailServer();
    await mailServer.comeBack();
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async goAway(): Promise<void> {
    await new Promise<void>((gone) => this.server!.close(() => gone()));
  }

  /** At the same port as before. */
  async comeBack(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const status = this.refusal(address);
        done(status ? Object.assign(new Error('refused'), { responseCode: status }) : undefined);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            source: Buffer.concat(chunks).toString('utf8'),
          });
          done();
        });
      },
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }
}
