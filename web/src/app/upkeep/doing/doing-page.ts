import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type CheckDoneRequest, checkMovesDo } from '@parc/api-client';
import { CHECK_FINDINGS, FINDINGS_REPAIRED, kindChoices, tagAsKept, type CheckFinding } from '@parc/domain';
import { Choice, Control, Field, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import type { Offline } from '../../offline/offline';
import { OfflineDoor } from '../../offline/offline-door';
import { asFailure } from '../../offline/offline-failure';
import { RoundPackets } from '../../offline/packet/round-packets';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { ScanButton } from '../../shell/scan/scan-button';
import { DoingSource } from './doing-source';
import { type CheckToDo, doingAct, type DoingDraft, doneRequest, isDoingDraft, leftToSay } from './check-to-do';

/** Before the devices: each one how it is, in a tap; what is broken opens its ticket by itself. */
@Component({
  selector: 'parc-check-doing-page',
  imports: [
    ActProblem,
    Choice,
    Control,
    Field,
    Icon,
    Notice,
    ProblemPanel,
    ResumedNote,
    RouterLink,
    ScanButton,
    StatePanel,
  ],
  templateUrl: './doing-page.html',
  styleUrl: './doing-page.css',
})
export class CheckDoingPage {
  /** The check, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly source = inject(DoingSource);
  private readonly packets = inject(RoundPackets);
  private readonly door = inject(OfflineDoor);
  /** One for life: of the act, wherever it is kept. */
  private readonly key = crypto.randomUUID();
  /** Why this phone could not keep it; empty when it could. */
  protected readonly unkept = signal('');
  protected readonly scanned = signal<ScanAnswer | null>(null);

  protected readonly check = reading({
    asked: () => ({ id: this.id() }),
    load: ({ id }) => this.source.read(id),
  });
  protected readonly sending = mutation((key, { id, version }: CheckToDo, body: CheckDoneRequest) =>
    this.api.invoke(checkMovesDo, { ...onVersion(key, version), id, body }),
  );
  protected readonly draft = typed<DoingDraft>({
    name: () => `contrôle ${this.id()}`,
    initial: () => ({}),
    fits: isDoingDraft,
    pending: this.sending.pending,
    problem: this.sending.problem,
  });
  protected readonly findings = kindChoices(CHECK_FINDINGS) as readonly { value: CheckFinding; label: string }[];
  protected readonly left = computed(() => {
    const check = this.check.value();
    return check === null ? '' : leftToSay(check, this.draft());
  });
  protected readonly asksNote = (finding: CheckFinding | undefined): boolean =>
    finding !== undefined && finding !== 'good';
  protected readonly opensTicket = (finding: CheckFinding | undefined): boolean =>
    FINDINGS_REPAIRED.some((one) => one === finding);

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Faire le contrôle'));
  }

  protected say(equipmentId: string, finding: CheckFinding): void {
    const note = this.draft()[equipmentId]?.note ?? '';
    this.draft.set({ ...this.draft(), [equipmentId]: { finding, note } });
  }

  protected write(equipmentId: string, note: string): void {
    const said = this.draft()[equipmentId];
    if (said) this.draft.set({ ...this.draft(), [equipmentId]: { ...said, note } });
  }

  /** Those that nobody has spoken of yet are well. */
  protected restIsGood({ devices }: CheckToDo): void {
    const rest = devices.filter(({ equipmentId }) => this.draft()[equipmentId] === undefined);
    const good = Object.fromEntries(
      rest.map(({ equipmentId }) => [equipmentId, { finding: 'good' as const, note: '' }]),
    );
    this.draft.set({ ...this.draft(), ...good });
  }

  /** Scanned, a device is there and well until something else is said of it. */
  protected scan({ devices }: CheckToDo, { code }: Scan): void {
    const device = devices.find(({ tag }) => tag === tagAsKept(code));
    if (device && this.draft()[device.equipmentId] === undefined) this.say(device.equipmentId, 'good');
    this.scanned.set(
      device
        ? { code, words: `${device.tag} est là`, tone: 'done' }
        : { code, words: 'Cet appareil n’est pas de ce contrôle', tone: 'trouble' },
    );
  }

  protected async done(check: CheckToDo): Promise<void> {
    const body = doneRequest(check, this.draft());
    if (body === null) return;
    const offline = await this.door.open();
    if (offline !== null) return this.keep(offline, check, body);
    if ((await this.sending.run(check, body)) !== null) await this.leave(`${check.planName} : fait.`);
  }

  /** On an enrolled phone it is kept first, and sent by itself: the same with and without a network. */
  private async keep(offline: Offline, check: CheckToDo, body: CheckDoneRequest): Promise<void> {
    this.unkept.set('');
    try {
      await offline.enqueue(doingAct(this.key, check, body));
    } catch (error) {
      return this.unkept.set(asFailure(error).sentence);
    }
    const when = offline.state().online ? 'Il part tout de suite.' : 'Il part au retour du réseau.';
    await this.leave(`${check.planName} : gardé sur ce téléphone. ${when}`);
  }

  private async leave(words: string): Promise<void> {
    this.draft.forget();
    this.packets.read();
    this.toasts.say(words);
    await this.router.navigateByUrl('/accueil');
  }
}
