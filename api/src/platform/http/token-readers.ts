import { Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What a token may write. */
export type TokenKind = 'usage';

/** A token that holds: which it is, and what it is for. */
export interface TokenHolder {
  id: string;
  scope: string;
}

export interface TokenRequest extends FastifyRequest {
  token?: TokenHolder;
}

export const BY_TOKEN = 'parc:by-token';

/** A tool may ask it as well, by a token of this kind instead of a session. */
export const ByToken = (kind: TokenKind) => SetMetadata(BY_TOKEN, kind);

type Reader = (secret: string) => Promise<TokenHolder | null>;

/** How each kind of token is read: its domain says so. */
@Injectable()
export class TokenReaders {
  private readonly readers = new Map<TokenKind, Reader>();

  register(kind: TokenKind, reader: Reader): void {
    this.readers.set(kind, reader);
  }

  /** Null for one that does not hold. */
  async read(kind: TokenKind, secret: string): Promise<TokenHolder | null> {
    return (await this.readers.get(kind)?.(secret)) ?? null;
  }
}

/** The secret that a tool sends, or none. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  return /^Bearer ([\w-]{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}
