import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Role } from '@parc/domain';
import { Control, Field, Icon, Notice } from '@parc/ui/first-page';
import { DemonstrationBanner } from '../../shell/demonstration-banner';
import { Logo } from '../../shell/logo';
import { insideAddress } from '../../shell/inside-address';
import { Phone } from '../../shell/phone';
import { asProblem, type Problem } from '../../shell/problem';
import { type EndReason, Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { PasswordBox } from '../../shell/forms/password-box';
import { Chalkboard } from './chalkboard';
import { DemonstrationDoors } from './demonstration-doors';

const END_WORDS: Partial<Record<EndReason, string>> = {
  idle: 'La session s’est fermée seule, sans activité. Votre brouillon est gardé.',
  lost: 'Votre session est terminée. Entrez à nouveau pour reprendre où vous en étiez.',
  password: 'Votre mot de passe est enregistré. Entrez avec votre adresse et ce mot de passe.',
  untold: 'Ce poste est fermé, mais le serveur n’a pas pu être prévenu : fermez aussi le navigateur.',
};

const LABEL_WORDS =
  'Cette étiquette est celle d’un appareil du plan numérique de la métropole. Entrez avec votre compte pour voir lequel.';

/** The door: the real form for everyone, and in a demonstration each role in one click. */
@Component({
  selector: 'parc-sign-in',
  imports: [
    Chalkboard,
    Control,
    DemonstrationBanner,
    DemonstrationDoors,
    Field,
    Icon,
    Logo,
    Notice,
    PasswordBox,
    RouterLink,
  ],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn {
  /** From the address: why the person is here, and the page to come back to. */
  readonly fin = input<EndReason>();
  readonly retour = input<string>();

  protected readonly phone = inject(Phone);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly emailBox = viewChild.required<ElementRef<HTMLInputElement>>('emailBox');
  private readonly passwordBox = viewChild.required(PasswordBox);

  protected readonly options = reading({ load: () => this.session.options() });
  protected readonly doors = computed(() => {
    const options = this.options.value();
    return options?.demonstration ? options.roles : [];
  });
  protected readonly ended = computed(() => END_WORDS[this.fin() ?? 'left'] ?? (this.fromLabel() ? LABEL_WORDS : ''));

  /** Who scanned a label without a session learns no more of it than that. */
  private readonly fromLabel = computed(() => /^\/e\/[^/]+$/.test(this.retour() ?? ''));

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly checked = signal(false);
  protected readonly pending = signal<'form' | Role | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly enteringRole = computed(() => {
    const pending = this.pending();
    return pending === 'form' ? null : pending;
  });

  protected readonly emailError = computed(() =>
    this.missing(this.email(), 'email', 'Écrivez votre adresse électronique.'),
  );
  protected readonly passwordError = computed(() =>
    this.missing(this.password(), 'password', 'Écrivez votre mot de passe.'),
  );

  constructor() {
    void this.phone.ready();
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    if (this.email().trim() === '') return this.emailBox().nativeElement.focus();
    if (this.password() === '') return this.passwordBox().focus();
    await this.enter('form', () => this.session.signIn(this.email().trim(), this.password()));
  }

  protected async enterAs(role: Role): Promise<void> {
    await this.enter(role, () => this.session.enterDemonstration(role));
  }

  private async enter(by: 'form' | Role, open: () => Promise<void>): Promise<void> {
    if (this.pending() !== null) return;
    this.pending.set(by);
    this.problem.set(null);
    try {
      await open();
      await this.router.navigateByUrl(insideAddress(this.retour()));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.pending.set(null);
    }
  }

  private missing(text: string, name: string, sentence: string): string {
    if (this.checked() && text.trim() === '') return sentence;
    return this.problem()?.fields.find((field) => field.name === name)?.message ?? '';
  }
}
