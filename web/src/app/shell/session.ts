import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Role } from '@parc/domain';
import { firstValueFrom } from 'rxjs';
import { asProblem } from './problem';

export const SESSION_PATH = '/api/v1/session';

export interface Assignment {
  readonly id: string;
  readonly role: Role;
  /** French name of the role. */
  readonly roleLabel: string;
  /** Whose work it is: "École élémentaire des Tilleuls", "Saint-Étienne Métropole". */
  readonly scopeLabel: string;
  readonly schoolId: string | null;
  readonly deputy: boolean;
  /** Holds the delegation to certify. */
  readonly mayCertify: boolean;
}

export interface SessionState {
  readonly account: { readonly id: string; readonly name: string };
  readonly assignment: Assignment;
  readonly assignments: readonly Assignment[];
  readonly csrfToken: string;
  readonly demonstration: boolean;
  /** Instant of the absolute end, whatever is done. */
  readonly expiresAt: string;
  /** After this long without a request the server closes the session. */
  readonly idleMinutes: number;
}

export interface DemonstrationRole {
  readonly role: Role;
  readonly label: string;
  readonly description: string;
  /** The one marked "Pour commencer". */
  readonly first: boolean;
}

export interface SignInOptions {
  readonly demonstration: boolean;
  readonly roles: readonly DemonstrationRole[];
}

/** Why the sign-in page opens: the person left, was idle, the server no longer knew the session or was not told. */
export type EndReason = 'left' | 'idle' | 'lost' | 'untold';

/** Who is at this screen, under which assignment. Kept in memory alone: nothing of a person stays on the machine. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly state = signal<SessionState | null>(null);
  private asked = false;

  readonly current = this.state.asReadonly();
  readonly role = computed<Role | null>(() => this.state()?.assignment.role ?? null);

  /** Asks the server once whether this browser holds a session. @throws Problem when it does not answer */
  async restore(): Promise<SessionState | null> {
    if (!this.asked) await this.extend();
    return this.state();
  }

  /** Reads the session again, which also moves its idle end. */
  async extend(): Promise<void> {
    try {
      // "No session" may be said as 401 or as an empty answer.
      this.open(await firstValueFrom(this.http.get<SessionState | null>(SESSION_PATH)));
    } catch (error) {
      if (asProblem(error).status !== 401) throw error;
      this.asked = true;
      this.state.set(null);
    }
  }

  options(): Promise<SignInOptions> {
    return firstValueFrom(this.http.get<SignInOptions>(`${SESSION_PATH}/options`));
  }

  async signIn(email: string, password: string): Promise<void> {
    this.open(await firstValueFrom(this.http.post<SessionState>(SESSION_PATH, { email, password })));
  }

  async enterDemonstration(role: Role): Promise<void> {
    this.open(await firstValueFrom(this.http.post<SessionState>(`${SESSION_PATH}/demonstration`, { role })));
  }

  /** Changes hat. Screens of the former role must not stay: the caller goes home. */
  async takeAssignment(assignmentId: string): Promise<void> {
    this.open(await firstValueFrom(this.http.put<SessionState>(`${SESSION_PATH}/assignment`, { assignmentId })));
  }

  /** Ends the session on the server and closes this screen, which is closed even when the server cannot be told. */
  async leave(reason: EndReason = 'left'): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(SESSION_PATH));
      await this.close(reason);
    } catch (error) {
      await this.close(asProblem(error).status === 401 ? reason : 'untold');
    }
  }

  /** The server no longer knows the session: back to the door, and later to the same page. */
  lose(): void {
    if (this.state() !== null) void this.close('lost');
  }

  private open(session: SessionState | null): void {
    this.asked = true;
    this.state.set(session);
  }

  private async close(reason: EndReason): Promise<void> {
    const from = this.router.url;
    this.state.set(null);
    const queryParams: Record<string, string> = reason === 'left' ? {} : { fin: reason };
    if (reason === 'idle' || reason === 'lost') queryParams['retour'] = from;
    await this.router.navigate(['/connexion'], { queryParams });
  }
}
