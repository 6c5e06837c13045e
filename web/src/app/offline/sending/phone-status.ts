import { Component, computed, inject, viewChild } from '@angular/core';
import { Icon, type IconName } from '@parc/ui';
import { LeaveSheet } from '../enrolment/leave-sheet';
import { Offline } from '../offline';
import { Unlocked } from '../store/unlocked';
import { SignInSheet } from './sign-in-sheet';
import { statusWords } from './status-words';
import { WaitingPanel } from './waiting-panel';

/** In the header of an enrolled phone: whether there is a network, and what waits; it opens the list of it. */
@Component({
  selector: 'parc-phone-status',
  imports: [Icon, LeaveSheet, SignInSheet, WaitingPanel],
  template: `
    @if (words() !== '') {
      <button type="button" [class]="tone()" aria-haspopup="dialog" (click)="panel().open()">
        <parc-icon [name]="icon()" [size]="18" />
        {{ words() }}
        <parc-icon name="chevron-down" [size]="16" />
      </button>
    }
    <span class="visually-hidden" role="status">{{ words() }}</span>
    <parc-waiting-panel (entering)="signIn.open()" />
    <parc-sign-in-sheet #signIn />
    <parc-leave-sheet />
  `,
  styles: `
    :host {
      display: contents;
    }

    button {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 0.375rem;
      max-width: 100%;
      min-height: 2.25rem;
      margin-left: auto;
      padding: 0 0.75rem;
      border: 0;
      border-radius: var(--radius-round);
      background: var(--idle);
      color: var(--ink);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
      white-space: nowrap;
      cursor: pointer;
    }

    .trouble {
      background: var(--trouble);
      color: var(--on-trouble);
    }

    .progress {
      background: var(--done);
      color: var(--on-done);
    }

    @media (max-width: 899px) {
      button {
        min-height: var(--control-height);
      }
    }
  `,
})
export class PhoneStatus {
  private readonly state = inject(Offline).state;
  protected readonly panel = viewChild.required(WaitingPanel);
  private readonly outdated = inject(Unlocked).outdated;
  protected readonly words = computed(() => {
    if (!this.state().enrolled) return '';
    return statusWords(this.state()) || (this.outdated() ? 'Nouvelle version' : '');
  });
  protected readonly icon = computed((): IconName => {
    const { locked, online, refused, paused } = this.state();
    if (locked) return 'lock';
    if (!online) return 'offline';
    return refused > 0 || paused !== null ? 'warning' : 'refresh';
  });
  protected readonly tone = computed(() => {
    const { refused, sending, online } = this.state();
    if (refused > 0) return 'trouble';
    return sending && online ? 'progress' : 'idle';
  });
}
