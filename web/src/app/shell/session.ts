import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  type SessionAnswer,
  sessionDescribe,
  sessionOptions,
  type SessionOptions,
  sessionSignIn,
  sessionSignInToDemonstration,
  sessionSignOut,
  sessionSwitchAssignment,
} from '@parc/api-client';
import type { Role } from '@parc/domain';
import { Toasts } from '@parc/ui/first-page';
import { asProblem } from './problem';
import { PendingWrites } from './writes/pending-writes';

/** Why the sign-in page opens: the person left, was idle, chose a password; the server no longer knew the session or was not told. */
export type EndReason = 'left' | 'idle' | 'lost' | 'untold' | 'password';

const LAST_ACTS_MILLISECONDS = 3000;
const ROLE_TAKEN_ELSEWHERE =
  'Votre rôle a changé dans une autre fenêtre : celle-ci a suivi. Ce que vous tapiez vous attend sous l’autre rôle.';

/** Who is at this screen, under which assignment. Kept in memory alone: nothing of a person stays on the machine. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pending = inject(PendingWrites);
  private readonly toasts = inject(Toasts);
  private readonly state = signal<SessionAnswer | null>(null);
  private readonly lastActs = new Set<() => Promise<unknown>>();
  private asked = false;

  readonly current = this.state.asReadonly();
  readonly role = computed<Role | null>(() => this.state()?.assignment.role ?? null);

  /** Asks the server once whether this browser holds a session. @throws Problem when it does not answer */
  async restore(): Promise<SessionAnswer | null> {
    if (!this.asked) await this.extend();
    return this.state();
  }

  /** Reads the session again, which also moves its idle end. @throws Problem when the server does not answer */
  async extend(): Promise<void> {
    const now = await this.described();
    const known = this.state();
    if (known === null || now?.assignment.id === known.assignment.id) this.open(now);
    // Another window may have ended it, given it to another person, or taken another role.
    else if (now?.account.id === known.account.id) await this.follow(now);
    else this.lose();
  }

  options(): Promise<SessionOptions> {
    return this.api.invoke(sessionOptions);
  }

  async signIn(email: string, password: string): Promise<void> {
    this.open(await this.api.invoke(sessionSignIn, { body: { email, password } }));
  }

  async enterDemonstration(role: Role): Promise<void> {
    this.open(await this.api.invoke(sessionSignInToDemonstration, { body: { role } }));
  }

  /** Changes hat. Screens of the former role must not stay: the caller goes home. */
  async takeAssignment(assignmentId: string): Promise<void> {
    if (this.lastActs.size > 0) await this.finish();
    this.open(await this.api.invoke(sessionSwitchAssignment, { body: { assignmentId } }));
  }

  /** Done before the session is ended from here, or goes on under another role: what is on screen reaches the server. @returns takes it back */
  beforeLeaving(act: () => Promise<unknown>): () => void {
    this.lastActs.add(act);
    return () => void this.lastActs.delete(act);
  }

  /** Ends the session on the server and closes this screen, which is closed even when the server cannot be told. */
  async leave(reason: EndReason = 'left'): Promise<void> {
    if (this.lastActs.size > 0) await this.finish();
    try {
      await this.api.invoke(sessionSignOut);
      await this.close(reason);
    } catch (error) {
      await this.close(asProblem(error).status === 401 ? reason : 'untold', reason === 'idle');
    }
  }

  /** The server no longer knows the session: back to the door, and later to the same page. */
  lose(): void {
    if (this.state() !== null) void this.close('lost');
  }

  /** "No session" may be said as 401 or as an empty answer. */
  private async described(): Promise<SessionAnswer | null> {
    try {
      return await this.api.invoke(sessionDescribe);
    } catch (error) {
      if (asProblem(error).status !== 401) throw error;
      return null;
    }
  }

  /** This window shows nothing more of the former role, and writes nothing under it; what was typed stays kept there. */
  private async follow(session: SessionAnswer): Promise<void> {
    this.open(session);
    await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
    this.toasts.warn(ROLE_TAKEN_ELSEWHERE);
  }

  private open(session: SessionAnswer | null): void {
    this.asked = true;
    this.state.set(session);
  }

  /** Nobody stands before a screen that does not close: what takes longer is left. */
  private async finish(): Promise<void> {
    const acts = [...this.lastActs].map((act) => act().catch(() => undefined));
    await Promise.race([Promise.all(acts), new Promise((resolve) => setTimeout(resolve, LAST_ACTS_MILLISECONDS))]);
  }

  private async close(reason: EndReason, comesBack = reason === 'idle' || reason === 'lost'): Promise<void> {
    const from = this.router.url;
    // Who leaves the machine leaves nothing on it; who lost a session comes back and is told.
    if (reason !== 'lost') this.pending.forgetAll();
    this.state.set(null);
    const queryParams: Record<string, string> = reason === 'left' ? {} : { fin: reason };
    if (comesBack) queryParams['retour'] = from;
    await this.router.navigate(['/connexion'], { queryParams });
  }
}
