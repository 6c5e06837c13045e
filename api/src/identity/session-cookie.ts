import type { FastifyReply, FastifyRequest } from 'fastify';
import { behindTls, type Settings } from '../platform/config/settings.js';

/**
 * The cookie that carries a session's token. Behind TLS its name begins with `__Host-`: a browser then takes it from
 * this very host alone, by https, so that no neighbour of the same domain can plant one.
 */
export function sessionCookie(settings: Settings): string {
  return behindTls(settings) ? '__Host-parc_session' : 'parc_session';
}

/** What such a cookie is set with, and taken away with: a browser ignores one that lacks them, its end included. */
export function cookieAttributes(settings: Settings) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: behindTls(settings) } as const;
}

export function tokenOf(request: Pick<FastifyRequest, 'cookies'>, settings: Settings): string | undefined {
  return request.cookies[sessionCookie(settings)];
}

/** To who has just signed in. */
export function giveSession(reply: FastifyReply, settings: Settings, token: string): void {
  void reply.setCookie(sessionCookie(settings), token, cookieAttributes(settings));
}
