import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  equipmentPage,
  type LoanBorrowed,
  loansBorrowed,
  schoolsRooms,
  type TicketAlikeOne,
  type TicketMovedAnswer,
  type TicketPage,
  type TicketReportRequest,
  ticketsAlike,
  ticketsJoin,
  ticketsPage,
  ticketsReport,
} from '@parc/api-client';
import { IMPACTS, kindChoices, SYMPTOMS, symptomsOf, TICKET_STATES, URGENCIES } from '@parc/domain';
import { Choice, Control, dayAndTime, Field, Icon, Notice, Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { KnownProblems } from '../../problems/known/known-problems';
import { RemedyTips } from '../../remedies/found/remedy-tips';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { pictureOf } from '../../catalogue/item-words';
import { ticketTitle } from '../../tickets/ticket-words';
import { PhotoOutbox } from '../../offline/photo-outbox';
import { PhotosLeaving } from '../photos/photos-leaving';
import { OF_REPORT, PHOTOS_OF, TakenPhotos, TakenPhotosBox } from '../photos/taken-photos';
import { DeviceTiles } from './device-tiles';
import {
  borrowedDevice,
  impliedImpact,
  lentSpot,
  mayBeSame,
  NOTHING_SAID,
  type ReportDraft,
  type ReportedDevice,
  reportOf,
  SPOTS,
  subjectOf,
} from './report-draft';
import { RoomDevices } from './room-devices';

/** A breakdown said in half a minute: what it is, whom it hinders, whether class goes on; what happens next is said after. */
@Component({
  selector: 'parc-report-page',
  imports: [
    Choice,
    Control,
    DeviceTiles,
    Field,
    Icon,
    KnownProblems,
    Notice,
    PhotosLeaving,
    ProblemPanel,
    RemedyTips,
    ResumedNote,
    RoomDevices,
    RouterLink,
    TakenPhotosBox,
  ],
  providers: [TakenPhotos, { provide: PHOTOS_OF, useValue: OF_REPORT }],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  /** The device, by the address; left out: a room, the school or a service is chosen. */
  readonly appareil = input<string>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly outbox = inject(PhotoOutbox);
  private readonly photos = inject(TakenPhotos);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly schoolId = computed(() => this.session.current()?.assignment.schoolId ?? null);
  protected readonly choosing = computed(() => !this.appareil());

  private readonly borrows = may('loans.request');
  /** What the school has on loan: it stands in none of its rooms, and breaks there all the same. */
  private readonly lent = reading({
    asked: () => (this.choosing() && this.borrows() ? (this.schoolId() ?? undefined) : undefined),
    load: async () => this.borrowed(),
  });
  protected readonly device = reading({
    asked: () => this.appareil(),
    load: async (id): Promise<ReportedDevice> => {
      const lent = this.borrows() ? borrowedDevice(id, await this.borrowed(), this.schoolName()) : null;
      if (lent !== null) return lent;
      const { modelName, tag, picture, roomName, schoolName } = await this.api.invoke(equipmentPage, { id });
      return { id, modelName, tag, picture, where: roomName, schoolName };
    },
  });
  private async borrowed(): Promise<LoanBorrowed[]> {
    return (await this.api.invoke(loansBorrowed)).items;
  }

  private readonly rooms = reading({
    asked: () => (this.choosing() ? (this.schoolId() ?? undefined) : undefined),
    load: async (id: string) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly spots = computed(() => [
    ...(this.rooms.value() ?? []).map(({ id, name }) => ({ value: id, label: name, icon: 'pin' as const })),
    ...(this.lent.value() ?? []).map(({ loanId, kitName }) => ({
      ...{ value: lentSpot(loanId), label: `${kitName} (en prêt)`, icon: 'calendar' as const },
    })),
    ...SPOTS,
  ]);
  protected readonly spot = computed(() => this.spots().find(({ value }) => value === this.draft().spot) ?? null);
  /** The room that was chosen: what stands there may be pointed at. */
  protected readonly room = computed(() => {
    const subject = this.subject();
    return subject?.subject === 'room' ? (subject.roomId ?? null) : null;
  });
  /** The kit on loan that was chosen: one of its devices is broken, or the first, which holds the others. */
  protected readonly kit = computed(
    () => (this.lent.value() ?? []).find(({ loanId }) => lentSpot(loanId) === this.draft().spot) ?? null,
  );
  protected readonly kitDevices = computed(() =>
    (this.kit()?.devices ?? []).slice(1).map(({ equipmentId, ...device }) => ({ id: equipmentId, ...device })),
  );
  protected readonly schoolName = computed(() => this.session.current()?.assignment.scopeLabel ?? '');

  protected readonly sending = mutation((key, body: TicketReportRequest) =>
    this.api.invoke(ticketsReport, { 'Idempotency-Key': key, body }),
  );
  protected readonly joining = mutation((key, id: string) =>
    this.api.invoke(ticketsJoin, { 'Idempotency-Key': key, id }),
  );
  protected readonly draft = typed<ReportDraft>({
    name: () => `panne ${this.appareil() ?? ''}`,
    initial: () => NOTHING_SAID,
    fits: (kept) => typeof kept === 'object' && kept !== null && 'symptom' in kept && 'spot' in kept,
    pending: this.sending.pending,
    problem: this.sending.problem,
  });

  protected readonly subject = computed(() => {
    const device = this.device.value();
    if (this.appareil() && device === null) return null;
    return subjectOf(device, this.draft(), this.schoolId());
  });
  protected readonly symptoms = computed(() => {
    const subject = this.subject();
    if (subject === null) return [];
    return symptomsOf(subject.subject).map((value) => ({ value, label: SYMPTOMS[value].word }));
  });
  protected readonly remedy = computed(() => {
    const { symptom } = this.draft();
    return symptom === null ? null : SYMPTOMS[symptom].remedy;
  });
  protected readonly asksImpact = computed(() => {
    const subject = this.subject();
    return subject !== null && impliedImpact(subject) === null;
  });
  protected readonly request = computed(() => reportOf(this.subject(), this.draft()));
  protected readonly button = computed(() => {
    const { symptom } = this.draft();
    if (symptom === null) return 'Envoyer';
    const { word } = SYMPTOMS[symptom];
    return `Envoyer : ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  });
  protected readonly missing = computed(() => {
    const { symptom, impact, urgency } = this.draft();
    if (symptom === null) return 'Dites ce qui se passe.';
    if (this.asksImpact() && impact === null) return 'Dites qui cela gêne.';
    return urgency === null ? 'Dites si la classe peut continuer.' : '';
  });

  private readonly alike = reading({
    asked: () => this.subject() ?? undefined,
    load: async (asked) => (await this.api.invoke(ticketsAlike, asked)).items,
  });
  private readonly aside = signal<ReadonlySet<string>>(new Set());
  /** What was set aside is shown no more, nor what cannot be the same. */
  protected readonly likely = computed(() => {
    const [subject, { symptom }] = [this.subject(), this.draft()];
    if (subject === null || symptom === null) return [];
    const others = (this.alike.value() ?? []).filter(({ id }) => !this.aside().has(id));
    return others.filter((other) => mayBeSame(subject, symptom, other)).slice(0, 2);
  });

  protected readonly sent = signal<TicketPage | null>(null);
  protected readonly impacts = kindChoices(IMPACTS);
  protected readonly urgencies = kindChoices(URGENCIES);
  protected readonly picture = ({ picture }: ReportedDevice) => pictureOf({ picture, category: 'hardware' });
  protected readonly titleOf = ticketTitle;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Signaler une panne'));
  }

  protected say(change: Partial<ReportDraft>): void {
    this.draft.set({ ...this.draft(), ...change });
  }

  protected likelyHeading({ sameDevice }: TicketAlikeOne): string {
    return sameDevice ? 'Déjà signalé pour cet appareil' : 'Déjà signalé dans l’école';
  }

  /** What follows is asked in its place, and the way back has the focus. What is lent alone is chosen with its loan. */
  protected choose(spot: string | null): void {
    const alone = (this.lent.value() ?? []).find(
      ({ loanId, devices }) => lentSpot(loanId) === spot && devices.length === 1,
    );
    if (alone) return this.point(alone.devices[0]!.equipmentId);
    this.say({ spot, symptom: null });
    const next = spot === null ? '.spots button' : '.change';
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(next)?.focus(), {
      injector: this.injector,
    });
  }

  /** "« Reste noir », mar. 24 nov. Un technicien passe le jeu. 26 nov. à 16 h 30." */
  protected likelyWords({ symptom, reportedAt, plannedFrom, state, ...other }: TicketAlikeOne): string {
    const what = ticketTitle({ ...other, symptom, modelName: null, roomName: 'Une salle' });
    const next = plannedFrom === null ? TICKET_STATES[state].word : `Un technicien passe le ${dayAndTime(plannedFrom)}`;
    return `${other.sameDevice ? SYMPTOMS[symptom].word : what}, signalé le ${dayAndTime(reportedAt)}. ${next}.`;
  }

  /** What happens next, whatever it is. */
  protected next({ clock }: TicketPage): string {
    const until = clock?.takeUpDueAt ?? null;
    if (until === null) return 'Un technicien de la métropole s’en occupe.';
    return `Un technicien de la métropole la prend en charge avant le ${dayAndTime(until)}.`;
  }

  /** The report is of this device alone. */
  protected point(id: string): void {
    void this.router.navigate(['/tickets/signaler'], { queryParams: { appareil: id } });
  }

  protected setAside({ id }: TicketAlikeOne): void {
    this.aside.update((known) => new Set([...known, id]));
  }

  protected async join({ id }: TicketAlikeOne): Promise<void> {
    const joined = await this.joining.run(id);
    if (joined !== null) await this.follow(joined);
  }

  /** The breakdown is known: its ticket says what becomes of it. */
  protected async follow({ id, number }: Pick<TicketMovedAnswer, 'id' | 'number'>): Promise<void> {
    this.draft.forget();
    this.toasts.say(`Vous suivez aussi ${number}`);
    await this.router.navigate(['/tickets', id]);
  }

  /** What was tried was enough: nobody is called. */
  protected async helped(): Promise<void> {
    this.draft.forget();
    this.toasts.say('Tant mieux. Rien n’est signalé.');
    await this.router.navigate(['/']);
  }

  protected async send(): Promise<void> {
    if (this.request() === null) return;
    // A photo that cannot be made ready keeps no breakdown from being said.
    const photos = await this.photos.announced().catch(() => []);
    const request = reportOf(
      this.subject(),
      this.draft(),
      photos.map(({ slot }) => slot),
    )!;
    const reported = await this.sending.run(request);
    if (reported === null) return;
    this.draft.forget();
    this.outbox.add(reported.id, photos);
    this.sent.set(await this.api.invoke(ticketsPage, { id: reported.id }));
  }
}
