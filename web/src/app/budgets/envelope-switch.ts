import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { EnvelopeKind } from '@parc/domain';
import { Choice, Icon } from '@parc/ui';
import { KIND_CHOICES } from './envelope-address';

/** Which kind and which year; both stand in the address. */
@Component({
  selector: 'parc-envelope-switch',
  imports: [Choice, Icon, RouterLink],
  template: `
    <parc-choice
      legend="Nature du budget"
      [legendHidden]="true"
      [options]="kinds"
      [value]="kind()"
      (valueChange)="chooseKind($event)"
    />
    <nav aria-label="Exercice">
      @if (before()) {
        <a [routerLink]="[]" [queryParams]="addressOf(year() - 1)" queryParamsHandling="merge">
          <parc-icon name="chevron-left" [size]="16" /> {{ year() - 1 }}
        </a>
      }
      <span class="chosen" aria-current="page">{{ year() }}</span>
      @if (after()) {
        <a [routerLink]="[]" [queryParams]="addressOf(year() + 1)" queryParamsHandling="merge">
          {{ year() + 1 }} <parc-icon name="chevron-right" [size]="16" />
        </a>
      } @else if (year() === thisYear()) {
        <span class="next muted small">{{ year() + 1 }} ouvre le 1<sup>er</sup> janv.</span>
      }
    </nav>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    nav {
      display: flex;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
    }

    nav > * {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      min-height: var(--control-height);
      padding: 0.25rem 0.875rem;
      color: var(--ink);
      font-weight: var(--weight-strong);
      text-decoration: none;
    }

    nav .next {
      display: inline-block;
      align-content: center;
      font-weight: 400;
      color: var(--muted);
    }

    a {
      border-radius: var(--radius);
    }

    a:hover {
      background: var(--sunken);
    }

    .chosen {
      border-radius: calc(var(--radius) - 1px);
      background: var(--soft);
      box-shadow: inset 0 0 0 2px var(--primary);
      color: var(--primary);
    }

    sup {
      line-height: 0;
    }
  `,
})
export class EnvelopeSwitch {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  readonly year = input.required<number>();
  readonly kind = input.required<EnvelopeKind>();
  /** The civil year of today. */
  readonly thisYear = input.required<number>();
  /** Years that can be shown. */
  readonly years = input.required<readonly number[]>();

  protected readonly kinds = KIND_CHOICES;
  protected readonly before = computed(() => this.years().includes(this.year() - 1));
  protected readonly after = computed(() => this.years().includes(this.year() + 1));

  /** What belongs to one envelope leaves the address with it. */
  protected addressOf(year: number): Record<string, string | null> {
    return { exercice: year === this.thisYear() ? null : String(year), commande: null, page: null };
  }

  protected chooseKind(kind: EnvelopeKind | null): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { enveloppe: kind === 'maintenance' ? kind : null, commande: null, page: null },
      queryParamsHandling: 'merge',
    });
  }
}
