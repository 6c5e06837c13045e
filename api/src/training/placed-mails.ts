import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { LIMITS } from '../platform/limits.js';
import { Refused } from '../platform/http/refused.js';
import { TrainingAccess } from './training.access.js';
import { TrainingNotices, type PlacedWords } from './training-notices.service.js';

/** What a place is told with, of one version of its session. */
export interface PlacedMail {
  version: number;
  words: PlacedWords;
}

interface Remembered extends PlacedMail {
  /** Milliseconds since 1970. */
  until: number;
}

/** The mail that says that somebody has a place, put together before they have it: once for all who ask at the same time. */
@Injectable()
export class PlacedMails {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: TrainingAccess,
    private readonly notices: TrainingNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * What is remembered was read through the door for whoever asked first: the statement that uses it asks for its own scope.
   * @returns null where the session is not reached
   */
  of(actor: Actor, sessionId: string): Promise<PlacedMail | null> {
    return this.told(actor, sessionId).catch(notReached);
  }

  /** The session is no longer what is remembered of it. */
  forget(sessionId: string): void {
    this.remembered.delete(sessionId);
  }

  private async told(actor: Actor, sessionId: string): Promise<Remembered> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(sessionId);
    if (known && known.until > now) return known;
    const { manager } = this.dataSource;
    const session = await this.access.read(manager, actor, sessionId);
    const { sessions, milliseconds } = LIMITS.training.placedMails;
    const words = await this.notices.placedWords(manager, session);
    const told = { version: session.version, words, until: now + milliseconds };
    if (this.remembered.size >= sessions) this.remembered.clear();
    this.remembered.set(sessionId, told);
    return told;
  }
}

/** Why not is said step by step. */
function notReached(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}
