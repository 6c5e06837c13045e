import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Toasts } from '@parc/ui/first-page';
import { firstValueFrom } from 'rxjs';
import { asProblem } from '../problem';
import { Session } from '../session';
import { type PendingWrite, PendingWrites } from './pending-writes';
import { untilKnown } from './until-known';

/** After a reload: what was sent before and not answered is asked again under its key, and the person is told its end. */
@Injectable({ providedIn: 'root' })
export class Settling {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly pending = inject(PendingWrites);
  private readonly toasts = inject(Toasts);

  /** For whoever is signed in; what is under way already is left to its course. */
  async begin(): Promise<void> {
    const accountId = this.session.current()?.account.id;
    if (accountId === undefined) return;
    await Promise.all(this.pending.leftBy(accountId).map((write) => this.settle(write)));
  }

  private async settle(write: PendingWrite): Promise<void> {
    const { key, about } = write;
    this.pending.follow(key);
    let told = false;
    let known = true;
    const onDoubt = () => {
      if (!told) this.toasts.warn(`« ${about} » : on ne sait pas encore si c’est enregistré, la question est reposée.`);
      told = true;
    };
    try {
      await untilKnown(() => this.send(write), { onDoubt, askedBefore: true });
      this.toasts.say(`« ${about} » : ce que vous aviez envoyé est enregistré.`, RELOAD);
    } catch (error) {
      const problem = asProblem(error);
      // Who signs in again is told then.
      known = problem.status !== 401;
      if (known)
        this.toasts.warn(`« ${about} » : ce que vous aviez envoyé n’est pas enregistré. ${problem.sentence}`, RELOAD);
    } finally {
      this.pending.unfollow(key, known);
    }
  }

  private send({ key, method, url, version, body }: PendingWrite): Promise<unknown> {
    const headers = {
      'Idempotency-Key': key,
      ...(version === null ? {} : { 'If-Match': version }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    };
    return firstValueFrom(this.http.request(method, url, { body, headers }));
  }
}

/** The page was read before its end was known. */
const RELOAD = { label: 'Relire la page', run: () => location.reload() };
