import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  needMovesDecline,
  needMovesMeet,
  needMovesTakeUp,
  needMovesWithdraw,
  needsPage,
  type NeedPage,
} from '@parc/api-client';
import {
  NEED_ACTION_WORDS,
  NEED_DONE_WORDS,
  NEED_STATES,
  type NeedAction,
  REDEPLOYMENT_STATES,
  ROLE_WORDS,
} from '@parc/domain';
import { DayPipe, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { ActButtons, type ActButton } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { needWords } from './need-words';
import { SchoolKitCard } from './school-kit';

interface NeedButton extends ActButton {
  readonly action: NeedAction;
}

const DECLINE: FormSpec = {
  id: 'decline-need',
  heading: 'Écarter ce besoin',
  sections: [
    {
      fields: [
        {
          ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help: 'L’école le lit.' },
          required: 'Dites pourquoi à l’école.',
        },
      ],
    },
  ],
  button: 'Écarter ce besoin',
  tone: 'trouble',
};

/** One need: what it would serve, what its school lacks, what is offered for it, and what its reader may do. */
@Component({
  selector: 'parc-need-page',
  imports: [
    ActButtons,
    DayPipe,
    FreeTextsLink,
    ProblemPanel,
    RouterLink,
    SchoolKitCard,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './need-page.html',
})
export class NeedPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly decides = may('needs.decide');
  protected readonly need = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(needsPage, asked),
  });
  private readonly page = this.need.value;
  protected readonly declining = anewWith<boolean>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => false,
  );
  protected readonly buttons = computed<readonly NeedButton[]>(() =>
    (this.page()?.possible ?? []).map((action, index) => ({
      action,
      label: `${NEED_ACTION_WORDS[action]}${action === 'decline' ? '…' : ''}`,
      look: action === 'decline' || action === 'withdraw' ? 'trouble' : index === 0 ? 'primary' : 'plain',
    })),
  );
  protected readonly thread = computed<readonly ThreadEntry[]>(() => {
    const page = this.page();
    if (page === null) return [];
    const moves = page.history.map(({ action, role, at, reason }, index) => ({
      ...{ id: `${index}`, title: NEED_DONE_WORDS[action], actor: ROLE_WORDS[role], at, kind: 'done' as const },
      ...(reason === null ? {} : { reason }),
    }));
    const stated = { id: 'stated', title: 'Besoin dit', actor: page.schoolName, at: page.createdAt };
    return [...moves, { ...stated, kind: 'done' }];
  });
  protected readonly acting = mutation((key, { id, version }: NeedPage, action: NeedAction, reason: string | null) => {
    const asked = { ...onVersion(key, version), id };
    switch (action) {
      case 'take-up':
        return this.api.invoke(needMovesTakeUp, asked);
      case 'meet':
        return this.api.invoke(needMovesMeet, asked);
      case 'withdraw':
        return this.api.invoke(needMovesWithdraw, asked);
      case 'decline':
        return this.api.invoke(needMovesDecline, { ...asked, body: { reason: reason ?? '' } });
    }
  });

  protected readonly form = DECLINE;
  protected readonly words = needWords;
  protected readonly stateOf = (page: NeedPage) => NEED_STATES[page.state];
  protected readonly offerState = (offer: NeedPage['offered'][number]) => REDEPLOYMENT_STATES[offer.state];

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.purpose);
    });
  }

  protected press({ action }: NeedButton): void {
    this.acting.forget();
    if (action === 'decline') this.declining.set(true);
    else void this.act(action, null);
  }

  protected decline(values: Values): void {
    void this.act('decline', textOf(values, 'reason'));
  }

  protected reload(): void {
    this.acting.forget();
    this.declining.set(false);
    this.need.reload();
  }

  private async act(action: NeedAction, reason: string | null): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, reason);
    if (moved === null) return;
    this.toasts.say(`Besoin : ${NEED_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}
