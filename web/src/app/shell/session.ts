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
} from '@parc/api-client/first-page';
import type { Role } from '@parc/domain';
import { Toasts } from '@parc/ui/first-page';
import { Phone } from './phone';
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
  private readonly phone = inject(Phone);
  private readonly state = signal<SessionAnswer | null>(null);
  private readonly lastActs = new Set<() => Promise<unknown>>();
  private asked = false;
  private readonly away = signal(false);

  /** The server did not answer when it was asked who is here, and this is an enrolled phone: it can say so itself. */
  readonly unreachable = this.away.asReadonly();
  readonly current = this.state.asReadonly();
  readonly role = computed<Role | null>(() => this.state()?.assignment.role ?? null);

  /** Asks the server once whether this browser holds a session. @throws Problem when it does not answer */
  async restore(): Promise<SessionAnswer | null> {
    if (!this.asked && this.state() === null) await this.extend().catch((error: unknown) => this.standIn(error));
    return this.state();
  }

  /** Who has unlocked this phone goes on as the server last described them, until it answers again. */
  openFromPhone(person: SessionAnswer): void {
    this.state.set(person);
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
    void this.phone.work()?.signedIn(password);
  }

  /** Entered again over the page: the same person goes on under the same role, another one begins anew. */
  async enterAgain(by: { email: string; password: string } | Role): Promise<void> {
    await this.goOn(
      await (typeof by === 'string'
        ? this.api.invoke(sessionSignInToDemonstration, { body: { role: by } })
        : this.api.invoke(sessionSignIn, { body: by })),
    );
  }

  /** Entered by what this phone has proven: at its door, or over the page. */
  async enteredByPhone(now: SessionAnswer): Promise<void> {
    if (this.state() === null) this.open(now);
    else await this.goOn(now);
  }

  private async goOn(now: SessionAnswer): Promise<void> {
    const before = this.state();
    if (before?.account.id !== now.account.id) return this.beginAnew(now);
    if (before.assignment.id === now.assignment.id) return this.open(now);
    if (!now.assignments.some(({ id }) => id === before.assignment.id)) return this.follow(now);
    this.state.set({ ...before, csrfToken: now.csrfToken });
    this.open(await this.api.invoke(sessionSwitchAssignment, { body: { assignmentId: before.assignment.id } }));
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

  /**
   * The server no longer knows the session: back to the door, and later to the same page. On a phone with work that is not
   * sent the page stays, and asks for it. @param left somebody has closed another window of this browser on purpose
   */
  lose(left = false): void {
    if (this.state() === null || (!left && this.phone.work()?.asksToEnter() === true)) return;
    void this.close('lost');
  }

  /** @throws what was thrown, where no phone can stand in */
  private async standIn(error: unknown): Promise<void> {
    const work = asProblem(error).passing ? await this.phone.ready() : null;
    if (work === null) throw error;
    this.away.set(true);
    this.state.set(work.person());
  }

  private async beginAnew(session: SessionAnswer): Promise<void> {
    this.open(session);
    await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
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
    this.away.set(false);
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
