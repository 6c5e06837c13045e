import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type VisitBeginRequest, visitsBegin, visitsList } from '@parc/api-client';
import { VISITS_OPEN } from '@parc/domain';
import { Icon, time } from '@parc/ui';
import { asFailure } from '../../offline/offline-failure';
import { OfflineDoor } from '../../offline/offline-door';
import { RoundPackets } from '../../offline/packet/round-packets';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { beginAct } from '../there/visit-act';

/** How long the page of a visit waits for its arrival to be known, where there is a network. */
const KNOWN_WITHIN_MILLISECONDS = 3_000;

/** At a school: one is there, or goes on with the visit that one has begun. */
@Component({
  selector: 'parc-begin-visit',
  imports: [Icon, RouterLink],
  template: `
    @if (begins()) {
      @if (open(); as visit) {
        <a class="button button-primary button-wide" [routerLink]="['/interventions', visit.id]">
          <parc-icon name="pin" [size]="18" /> Sur place depuis {{ since(visit.begunAt) }} : continuer
        </a>
      } @else {
        <button type="button" class="button button-wide" [disabled]="beginning.pending()" (click)="begin()">
          <parc-icon name="pin" [size]="18" /> Je suis sur place
        </button>
      }
      @if (trouble(); as words) {
        <p class="trouble small" role="alert">{{ words }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
    }

    .trouble {
      color: var(--on-trouble);
    }
  `,
})
export class BeginVisit {
  readonly schoolId = input.required<string>();
  readonly schoolName = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly door = inject(OfflineDoor);
  private readonly packets = inject(RoundPackets);
  protected readonly begins = may('visits.begin');
  protected readonly since = time;
  protected readonly beginning = mutation((key, body: VisitBeginRequest) =>
    this.api.invoke(visitsBegin, { 'Idempotency-Key': key, body }),
  );
  private readonly unkept = signal('');
  protected readonly trouble = computed(() => this.unkept() || (this.beginning.problem()?.sentence ?? ''));
  /** As the round has been read last. */
  protected readonly open = computed(() => {
    const visits = this.packets.reading.value()?.content.visits ?? [];
    return visits.find(({ schoolId }) => schoolId === this.schoolId()) ?? null;
  });

  protected async begin(): Promise<void> {
    const offline = await this.door.open();
    const begunAt = offline?.saidAt() ?? new Date().toISOString();
    const body = { id: crypto.randomUUID(), schoolId: this.schoolId(), begunAt };
    if (offline === null) return this.send(body);
    this.unkept.set('');
    try {
      await offline.enqueue(beginAct(body, this.schoolName()));
    } catch (error) {
      return this.unkept.set(asFailure(error).sentence);
    }
    // With a network it is known at once; without one the page has it from this phone.
    if (offline.state().online) await Promise.race([offline.whenKnown(body.id), pause(KNOWN_WITHIN_MILLISECONDS)]);
    await this.go(body.id);
  }

  private async send(body: VisitBeginRequest): Promise<void> {
    const begun = await this.beginning.run(body);
    if (begun !== null) return this.go(begun.id);
    if (this.beginning.problem()?.code !== 'visit.open-already') return;
    // Begun in another window: that one goes on.
    const { items } = await this.api.invoke(visitsList, {
      ...{ mine: true, state: [...VISITS_OPEN], schoolId: this.schoolId(), size: 1 },
    });
    if (items[0] !== undefined) await this.go(items[0].id);
  }

  private async go(id: string): Promise<void> {
    this.packets.read();
    await this.router.navigate(['/interventions', id]);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
