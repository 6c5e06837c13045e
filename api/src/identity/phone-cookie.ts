import type { FastifyReply, FastifyRequest } from 'fastify';
import { behindTls, type Settings } from '../platform/config/settings.js';
import { LIMITS } from '../platform/limits.js';
import { cookieAttributes } from './session-cookie.js';

/** What tells an enrolled phone from any other browser; it signs nobody in. */
function phoneCookie(settings: Settings): string {
  return behindTls(settings) ? '__Host-parc_phone' : 'parc_phone';
}

export function deviceOf(request: Pick<FastifyRequest, 'cookies'>, settings: Settings): string | undefined {
  return request.cookies[phoneCookie(settings)];
}

export function giveDevice(reply: FastifyReply, settings: Settings, token: string): void {
  const maxAge = LIMITS.phoneDays * 24 * 3600;
  void reply.setCookie(phoneCookie(settings), token, { ...cookieAttributes(settings), maxAge });
}

export function takeDevice(reply: FastifyReply, settings: Settings): void {
  void reply.clearCookie(phoneCookie(settings), cookieAttributes(settings));
}
