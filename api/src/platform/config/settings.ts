import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { LIMITS } from '../limits.js';
import { isTrust, PROXIES_EXPECTED, readProxies, type TrustedProxies } from './trusted-proxies.js';

const toBoolean = ({ value }: { value: unknown }) =>
  value === 'on' || value === 'true' ? true : value === 'off' || value === 'false' ? false : value;

/** Every environment variable the API reads; anything wrong stops the start with one clear line. README repeats this list. */
export class Settings {
  /** PostgreSQL 18 or later. */
  @Matches(/^postgres(ql)?:\/\/./, { message: 'DATABASE_URL must be a postgres:// address' })
  DATABASE_URL!: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Address to listen on. */
  @IsOptional()
  HOST = '0.0.0.0';

  /** Off: the plain database client, as a pooler between needs it that gives each transaction another connection. */
  @Transform(toBoolean)
  @IsBoolean()
  PREPARED_STATEMENTS = true;

  /** The address people use, as links in mails need it; never taken from a request's Host header. */
  @Transform(({ value }: { value: unknown }) => asWritten(value))
  @IsUrl(
    {
      require_tld: false,
      protocols: ['http', 'https'],
      require_protocol: true,
      disallow_auth: true,
      allow_fragments: false,
      allow_query_components: false,
    },
    { message: 'PUBLIC_URL must be an http:// or https:// address, without account, question mark or #' },
  )
  PUBLIC_URL = '';

  /** The reverse proxies of ours between people and this process, whose word on the client's address is believed. */
  @Transform(({ value }: { value: unknown }) => readProxies(value))
  @ValidateBy({ name: 'proxies', validator: { validate: isTrust } }, { message: PROXIES_EXPECTED })
  TRUST_PROXY: TrustedProxies = false;

  /** The built web application. */
  @IsOptional()
  WEB_ROOT?: string;

  /** Load the demonstration plan into an empty database, show the yellow line, offer roles in one click. */
  @Transform(toBoolean)
  @IsBoolean()
  DEMO = false;

  /** smtp://user:password@host:port; without it mails stay readable in the outbox. */
  @IsOptional()
  @Matches(/^smtps?:\/\/./, { message: 'SMTP_URL must be an smtp:// or smtps:// address' })
  SMTP_URL?: string;

  /** Without it, an address at the host of PUBLIC_URL. */
  @IsOptional()
  @Matches(/^[^\r\n]+@[^\r\n]+$/, { message: 'MAIL_FROM must be an address, as in Parc École <parc@ville.fr>' })
  MAIL_FROM?: string;

  /** What signs addresses of answers and hashes networks: of 32 characters or more, the same for all servers. Without it, one drawn at each start. */
  @IsOptional()
  @MinLength(32, { message: 'SECRET_KEY must have 32 characters or more' })
  SECRET_KEY?: string;

  /** The domain whose mail comes to MAIL_IN_PORT: notices of tickets can then be answered. Without it they cannot. */
  @IsOptional()
  @Matches(/^(?=.{1,190}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, {
    message: 'REPLY_DOMAIN must be a domain in small letters, as in reponse.ville.fr',
  })
  REPLY_DOMAIN?: string;

  /** Where answers are received over SMTP, from the house's own mail server; 0 receives none. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  MAIL_IN_PORT = 0;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL = 'info';

  /** Requests a minute of one session, or of one address signed out, before 429; 0 counts none. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  REQUESTS_PER_MINUTE: number = LIMITS.requestsPerMinute;

  /** Nightly jobs and the mail sender; a replica may leave them to others. */
  @Transform(toBoolean)
  @IsBoolean()
  JOBS = true;
}

export class SettingsError extends Error {}

/** @throws SettingsError naming each wrong variable, never its value. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const known = Object.keys(new Settings())
    .concat('DATABASE_URL', 'WEB_ROOT', 'SMTP_URL', 'MAIL_FROM')
    .concat('SECRET_KEY', 'REPLY_DOMAIN');
  const given = Object.fromEntries(known.filter((name) => environment[name]).map((name) => [name, environment[name]]));
  // Port 0 is whichever is free: nobody is sent there.
  given['PUBLIC_URL'] ??= `http://localhost:${Number(given['PORT']) || new Settings().PORT}`;
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const errors = validateSync(settings);
  if (errors.length > 0) {
    const lines = errors.map((error) => `${error.property}: ${Object.values(error.constraints ?? {}).join(', ')}`);
    throw new SettingsError(lines.join('; '));
  }
  const { SECRET_KEY, REPLY_DOMAIN, MAIL_IN_PORT } = settings;
  if (REPLY_DOMAIN && !SECRET_KEY)
    throw new SettingsError(
      'SECRET_KEY: addresses that answer notices are signed with it; give one beside REPLY_DOMAIN',
    );
  if (MAIL_IN_PORT > 0 && !REPLY_DOMAIN)
    throw new SettingsError('REPLY_DOMAIN: give the domain whose mail comes to MAIL_IN_PORT');
  return settings;
}

/** Session cookies are marked Secure whenever people come by https. */
export function behindTls(settings: Settings): boolean {
  return new URL(settings.PUBLIC_URL).protocol === 'https:';
}

/** Whom mails come from: a receiving server refuses a sender at `localhost`. */
export function senderOf({ MAIL_FROM, PUBLIC_URL }: Settings): string {
  return MAIL_FROM ?? `Parc École <ne-pas-repondre@${new URL(PUBLIC_URL).hostname}>`;
}

/** An address as a browser writes it (`HTTPS://Parc.Ville.FR/` is https://parc.ville.fr); what is none stays, to be refused. */
function asWritten(value: unknown): unknown {
  const given = String(value).trim();
  return /^https?:/i.test(given) ? (URL.parse(given)?.href.replace(/\/+$/, '') ?? value) : value;
}
