import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { SMTPServer, SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { Settings } from '../../platform/config/settings.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MailRefused } from './mail-refused.js';
import { TicketMailService } from './ticket-mail.service.js';

type Done = (error?: Error | null, said?: string) => void;

/** Nothing is lost: the server that brings it keeps it and comes again. */
const LATER = Object.assign(new Error('Momentanement indisponible. Reessayez plus tard.'), { responseCode: 451 });
const ONE_RECIPIENT = Object.assign(new Error('Un destinataire par message.'), { responseCode: 452 });
const ENOUGH = Object.assign(new Error('Trop de messages sur cette connexion.'), { responseCode: 421 });

/**
 * Receives answers to notices over SMTP, from the house's own mail server, which has judged who they are from. Everything that a
 * conversation may take is bounded: connections, their whole time, silence, messages, recipients, bytes.
 */
@Injectable()
export class MailReceiver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('MailIn');
  private server: SMTPServer | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly mails: TicketMailService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.MAIL_IN_PORT === 0) return;
    const server = await this.open();
    // What a client does to its own connection is no fault of ours.
    server.on('error', (error: { code?: string }) => this.logger.debug({ event: 'mail connection', code: error.code }));
    server.server.on('connection', endInTime);
    server.listen(this.settings.MAIL_IN_PORT, this.settings.HOST);
    await once(server.server, 'listening');
    this.server = server;
    this.logger.log({ event: 'receiving mail', port: this.settings.MAIL_IN_PORT });
  }

  /** What is under way is answered first; the server that waited longer comes again. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((closed) => server.close(() => closed()));
  }

  private async open(): Promise<SMTPServer> {
    // A house that receives no mail does not carry what receives it: megabytes.
    const { SMTPServer } = await import('smtp-server');
    const { bytes, clients, silenceMilliseconds, closingMilliseconds } = LIMITS.mailIn;
    return new SMTPServer({
      name: this.settings.REPLY_DOMAIN,
      logger: false,
      authOptional: true,
      // Both ends stand in the house: no certificate, and nobody signs in.
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: clients,
      socketTimeout: silenceMilliseconds,
      closeTimeout: closingMilliseconds,
      // The figure is said by our own answer, which counts what was refused.
      size: bytes,
      hideSize: true,
      onMailFrom: (address, session, done) => void this.answer(done, () => this.begin(address, session)),
      onRcptTo: (address, session, done) => void this.answer(done, () => this.address(address, session)),
      onData: (stream, session, done) => void this.answer(done, () => this.receive(stream, session)),
    });
  }

  private async begin({ args }: SMTPServerAddress, { transaction }: SMTPServerSession): Promise<void> {
    if (transaction > LIMITS.mailIn.messagesOfConnection) throw ENOUGH;
    const announced = args && typeof args['SIZE'] === 'string' ? Number(args['SIZE']) : 0;
    if (announced > LIMITS.mailIn.bytes) throw await this.mails.refused('too-large');
  }

  private async address({ address }: SMTPServerAddress, { envelope }: SMTPServerSession): Promise<void> {
    if (envelope.rcptTo.length > 0) throw ONE_RECIPIENT;
    await this.mails.addressed(address);
  }

  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const source = await bounded(stream);
    if (!source) throw await this.mails.refused('too-large');
    const answered = await this.mails.addressed(envelope.rcptTo[0]!.address);
    await this.mails.take(answered, source, envelope.mailFrom ? envelope.mailFrom.address : '');
  }

  /** A refusal of ours is said; one that is silent has arrived; anything else is for later. */
  private async answer(done: Done, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      done();
    } catch (error) {
      if (error instanceof MailRefused) return error.isSilent ? done(null, error.message) : done(error);
      if (error === ONE_RECIPIENT || error === ENOUGH) return done(error as Error);
      const code = error instanceof Refused ? error.code : (error as { code?: string }).code;
      this.logger.warn({ event: 'mail not taken yet', code });
      done(LATER);
    }
  }
}

/** The whole message, or null when it is too large: what is too much is let go by and never held. */
async function bounded(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

/** However busily it talks: whoever sends a byte every few seconds holds a place no longer than that. */
function endInTime(socket: Socket): void {
  const bell = setTimeout(() => socket.destroy(), LIMITS.mailIn.connectionMilliseconds).unref();
  socket.once('close', () => clearTimeout(bell));
}
