import { Component, computed, DestroyRef, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { Api, type OwnPhone, phonesList } from '@parc/api-client';
import { PHONE_KINDS } from '@parc/domain';
import { ConfirmDialog, dayAndTime, Icon, longDay, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { PasswordBox } from '../../shell/forms/password-box';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { Offline } from '../offline';
import { Enrolment, type Unfit } from './enrolment';
import { lossWords } from './loss-words';
import { PasskeyPart } from './passkey-part';

const UNFIT_WORDS: Record<Unfit, string> = {
  'no-stores': 'Ce navigateur ne peut rien garder sur l’appareil : une fenêtre privée, peut-être.',
  'not-on-home-screen':
    'Sur un iPhone, ajoutez d’abord Parc École à l’écran d’accueil, puis ouvrez-la de là : dans un onglet, le travail serait effacé au bout de sept jours.',
};

/** The phones on which somebody works without a network: this one made one of them, each of them taken back. */
@Component({
  selector: 'parc-phones-card',
  imports: [ConfirmDialog, Icon, Notice, PasskeyPart, PasswordBox, StateChip, StatePanel],
  templateUrl: './phones-card.html',
  styles: `
    :host {
      display: block;
    }

    .card,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }

    form {
      max-width: 26rem;
    }

    form .button {
      justify-self: start;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      padding-block: 0.75rem;
      border-top: 1px solid var(--line);
    }

    .phone {
      display: grid;
      flex: 1 1 12rem;
    }

    .loss {
      color: var(--on-trouble);
    }
  `,
})
export class PhonesCard {
  private readonly api = inject(Api);
  private readonly enrolment = inject(Enrolment);
  private readonly offline = inject(Offline);
  private readonly toasts = inject(Toasts);
  private readonly passwordBox = viewChild(PasswordBox);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly mayEnrol = may('phones.enrol');
  protected readonly phones = reading({ load: () => this.api.invoke(phonesList) });
  protected readonly isOwn = computed(() => this.enrolment.own() !== null);
  protected readonly isUnpromised = computed(() => this.isOwn() && this.enrolment.persisted() === false);
  protected readonly unfit = (() => {
    const reason = this.enrolment.unfit();
    return reason === null ? '' : UNFIT_WORDS[reason];
  })();
  protected readonly password = signal('');
  protected readonly checked = signal(false);
  protected readonly leaving = signal<OwnPhone | null>(null);
  protected readonly enrolling = mutation((_key, password: string) => this.enrolment.enrol(password));
  protected readonly revoking = mutation((_key, id: string) => this.enrolment.revoke(id));

  protected readonly passwordError = computed(() => {
    const problem = this.enrolling.problem();
    if (problem?.code === 'account.password-wrong') return problem.sentence;
    return this.checked() && this.password() === '' ? 'Écrivez votre mot de passe.' : '';
  });
  protected readonly otherProblem = computed(() => (this.passwordError() === '' ? this.enrolling.problem() : null));
  /** What lies on the phone that is taken back, when it is this one. */
  protected readonly unsent = computed(() => (this.leaving()?.here ? this.offline.waiting().length : 0));

  /** Null while nobody has asked; false while it is copied: until then this phone opens nowhere without a network. */
  protected readonly copied = signal<boolean | null>(null);
  private isThere = true;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isThere = false));
    void this.enrolment.look();
    effect(() => {
      if (this.isOwn()) untracked(() => void this.waitForCopy());
      else this.copied.set(null);
    });
  }

  private async waitForCopy(): Promise<void> {
    this.copied.set(false);
    if (await this.enrolment.copied(() => this.isThere && this.isOwn())) this.copied.set(true);
  }

  protected readonly lossOf = lossWords;

  protected wordOf({ kind }: OwnPhone): string {
    return PHONE_KINDS[kind].word;
  }

  protected datesOf({ enrolledAt, lastSeenAt }: OwnPhone): string {
    return `Depuis le ${longDay(enrolledAt)}, ouvert la dernière fois le ${dayAndTime(lastSeenAt)}`;
  }

  protected async enrol(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.enrolling.forget();
    if (this.passwordError() === '' && (await this.enrolling.run(this.password())) !== null) {
      this.checked.set(false);
      this.password.set('');
      this.toasts.say('Ce téléphone travaille aussi sans réseau');
      this.phones.reload();
    } else this.passwordBox()?.focus();
  }

  protected ask(phone: OwnPhone): void {
    this.leaving.set(phone);
    this.dialog().open();
  }

  protected async revoke(): Promise<void> {
    const phone = this.leaving();
    if (phone === null || this.unsent() > 0) return this.dialog().close();
    const done = await this.revoking.run(phone.id);
    this.dialog().close();
    if (done === null) return this.toasts.warn(this.revoking.problem()?.sentence ?? '');
    this.toasts.say('Téléphone retiré');
    this.phones.reload();
  }
}
